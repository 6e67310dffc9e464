import type { Config } from './config.ts';

/**
 * The name of a part that came without one that people know: of the first deployment it does not bear the app's name.
 *
 * @param config - prefix of the stage
 * @param name - such as `predictCustomerHealth`
 */
export const ownName = ({ prefix }: Pick<Config, 'prefix'>, name: string): string =>
  `${prefix === 'mindmate' ? 'wellcast' : prefix}-${name}`;

/**
 * A semantic version as text that sorts as the version does.
 *
 * @param version - three numbers of at most six digits
 * @example
 * sortableVersion('1.20.3') // => '000001.000020.000003'
 */
export const sortableVersion = (version: string): string =>
  version
    .split('.')
    .map((part) => part.padStart(6, '0'))
    .join('.');

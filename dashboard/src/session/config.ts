/** How the page signs in and where it asks; a file beside it, since the page itself is the same everywhere. */
export interface DashboardConfig {
  /** Such as /api/v1/ml-data-preparation. */
  readonly apiBase: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  /** Where people sign in; null: a login code is typed in. */
  readonly authorizeUrl: string | null;
}

const textOf = (value: unknown): string => {
  if (typeof value === 'string' && value !== '') return value;
  throw new TypeError('config.json lacks apiBase, tokenUrl or clientId: publish the dashboard again.');
};

/** @throws {TypeError} when the file is not there or lacks something */
export const readConfig = async (): Promise<DashboardConfig> => {
  const response = await fetch('./config.json', { cache: 'no-store' });
  if (!response.ok) throw new TypeError(`config.json is not there (${response.status}).`);
  const answer: unknown = await response.json();
  const of = new Map<string, unknown>(Object.entries(Object(answer)));
  const authorizeUrl = of.get('authorizeUrl');
  return {
    apiBase: textOf(of.get('apiBase')),
    tokenUrl: textOf(of.get('tokenUrl')),
    clientId: textOf(of.get('clientId')),
    authorizeUrl: typeof authorizeUrl === 'string' ? authorizeUrl : null,
  };
};

import path from 'node:path';
import { Option } from 'commander';
import * as z from 'zod';
import { issueToken } from '../../local/http-front/token.ts';
import { UsageError } from './usage-error.ts';

export interface ApiOptions {
  readonly api: string;
  readonly token?: string;
  readonly dataDir: string;
}

const basePath = '/api/v1/ml-data-preparation';

/** Options of every command that asks the data preparation API. */
export const apiOptions = (): readonly Option[] => [
  new Option('--api <url>', 'base address of the API').env('WELLCAST_API').default('http://127.0.0.1:4567'),
  new Option('--token <text>', "access token of an admin (default: the local front's own)").env(
    'WELLCAST_TOKEN',
  ),
  new Option('--data-dir <dir>', 'of the local AWS, whose key signs that token').default('.wellcast'),
];

const Problem = z.looseObject({ detail: z.string() });

/** Calls the API; a refusal is an error that says why. */
export type CallApi = (route: string, body?: unknown) => Promise<unknown>;

/**
 * The data preparation API, as an admin.
 *
 * @throws {UsageError} when its address is none, or it is not on this machine and no token is given
 */
export const preparationApi = async ({ api, token, dataDir }: ApiOptions): Promise<CallApi> => {
  const base = URL.parse(api);
  if (base === null)
    throw new UsageError(`--api must be an address such as http://127.0.0.1:4567, not ${api}`);
  const authorization = `Bearer ${token ?? (await localToken(base, dataDir))}`;
  return async (route, body) => {
    const [method = 'GET', target = ''] = route.split(' ');
    const response = await fetch(`${api.replace(/\/$/, '')}${basePath}${target}`, {
      method,
      headers: { authorization, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      const why = `${api} cannot be reached: start it with npm start, or name another with --api`;
      throw new Error(why, { cause: error });
    });
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok && answer !== undefined) return answer;
    throw new Error(refusalOf(response.status, answer));
  };
};

const refusalOf = (status: number, answer: unknown): string => {
  const problem = Problem.safeParse(answer).data;
  if (problem !== undefined) return problem.detail;
  if (status === 401) return 'the token does not hold: it has expired, or is of another deployment';
  return answer === undefined
    ? `the answer (${status}) is no JSON: is --api the address of the data preparation API?`
    : `the API answered ${status}`;
};

const localToken = ({ hostname }: URL, dataDir: string): Promise<string> => {
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) {
    throw new UsageError(
      'name an access token with --token or WELLCAST_TOKEN: the API is not on this machine',
    );
  }
  const groups = ['admins'];
  return issueToken({
    dataDir: path.resolve(dataDir),
    user: 'wellcast',
    groups,
    expiresIn: '1h',
    now: Date.now(),
  });
};

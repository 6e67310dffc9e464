import { issueToken } from '../../local/http-front/token.ts';
import type { TestAws } from './local-aws.ts';

export const preparationPath = '/api/v1/ml-data-preparation';

export interface PreparationCall {
  /** @default a person called `user` without groups */
  readonly user?: string;
  readonly groups?: readonly string[];
  /** @default JSON */
  readonly contentType?: string;
  /** Sent as it is where it is a text, else as JSON. */
  readonly body?: unknown;
  /** In place of a token of the local issuer; empty: none. */
  readonly token?: string;
}

export interface PreparationAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Calls the data preparation service of a local AWS over HTTP, such as `call('GET /feature-sets')`. */
export const preparationClient =
  (aws: TestAws) =>
  async (route: string, options: PreparationCall = {}): Promise<PreparationAnswer> => {
    const [method = 'GET', path = ''] = route.split(' ');
    const { user = 'user', groups = [], body } = options;
    const token =
      options.token ??
      (await issueToken({ dataDir: aws.dataDir, user, groups, expiresIn: '1h', now: Date.now() }));
    const response = await fetch(`${aws.apiEndpoint}${preparationPath}${path}`, {
      method,
      headers: {
        ...(token !== '' && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': options.contentType ?? 'application/json' }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return {
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      body: Object(await response.json()),
    };
  };

import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { localAccountId, localRegion } from '../resource-names.ts';
import type { Claims } from './jwt-authorizer.ts';
import type { RouteMatch } from './match-route.ts';

/** What a route's authoriser found out; nothing where it has none. */
export type Authorization =
  | { readonly jwt: { readonly claims: Claims; readonly scopes: null } }
  | { readonly lambda: Readonly<Record<string, unknown>> | null };

export interface HttpRequest {
  readonly message: IncomingMessage;
  readonly match: RouteMatch;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
}

/** All other types arrive as base64, as does a body without a type or in an encoding. */
const textual = /^(text\/|application\/(json|xml|javascript)\s*(;|$))/i;

const isText = ({ headers }: IncomingMessage): boolean =>
  textual.test(headers['content-type'] ?? '') &&
  ['', 'identity'].includes((headers['content-encoding'] ?? '').toLowerCase());

const joined = (pairs: Iterable<[string, string]>): Record<string, string> => {
  // No plain object, in which `toString` and `__proto__` are before anybody sends them.
  const values = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(values);
};

/** Leaves out what is empty, as API Gateway does. */
const unlessEmpty = <T extends object>(name: string, value: T): Record<string, T> =>
  Object.keys(value).length === 0 ? {} : { [name]: value };

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Such as `20/Nov/2026:19:45:42 +0000`. */
const logTime = (at: number): string => {
  const [year, month, day] = new Date(at).toISOString().slice(0, 10).split('-');
  return `${day}/${months[Number(month) - 1]}/${year}:${new Date(at).toISOString().slice(11, 19)} +0000`;
};

/** What the events of a route and of its authoriser have in common. */
const commonEvent = ({ message, match, receivedAt }: HttpRequest) => {
  const [rawPath = '/', ...query] = (message.url ?? '/').split('?');
  const rawQueryString = query.join('?');
  const { cookie, ...rest } = message.headers;
  const headers = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  );
  const { method = 'GET' } = message;
  const routeKey = `${match.route.method} ${match.route.path}`;
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/) }),
    headers,
    ...unlessEmpty('queryStringParameters', joined(new URLSearchParams(rawQueryString))),
    ...unlessEmpty('pathParameters', match.parameters),
    requestContext: {
      accountId: localAccountId,
      apiId: 'local',
      domainName: message.headers.host ?? '127.0.0.1',
      domainPrefix: 'local',
      http: {
        method,
        path: rawPath,
        protocol: `HTTP/${message.httpVersion}`,
        sourceIp: message.socket.remoteAddress ?? '127.0.0.1',
        userAgent: message.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: logTime(receivedAt),
      timeEpoch: receivedAt,
    },
  };
};

/** The event of an HTTP API with payload format 2.0. */
export const httpEvent = (
  request: HttpRequest,
  { body, authorization }: { readonly body: Buffer; readonly authorization?: Authorization | undefined },
) => {
  const event = commonEvent(request);
  const asText = isText(request.message);
  return {
    ...event,
    requestContext: {
      ...event.requestContext,
      ...(authorization === undefined ? {} : { authorizer: authorization }),
    },
    ...(body.length === 0 ? {} : { body: body.toString(asText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !asText,
  };
};

/**
 * The event of a Lambda authoriser with payload format 2.0: the request without its body.
 *
 * @param identitySource - the values that the authoriser is about
 */
export const authorizerEvent = (request: HttpRequest, identitySource: readonly string[]) => {
  const event = commonEvent(request);
  const { method, path } = event.requestContext.http;
  return {
    ...event,
    type: 'REQUEST',
    routeArn: `arn:aws:execute-api:${localRegion}:${localAccountId}:local/$default/${method}${path}`,
    identitySource,
  };
};

import type { IncomingMessage, RequestListener } from 'node:http';
import type { Catalog } from '../../lib/catalog-shapes.ts';
import type { LambdaFunctions } from '../lambda/lambda-functions.ts';
import { readBody } from '../protocol/read-body.ts';
import type { ResourceNames } from '../resource-names.ts';
import { type HttpAnswer, httpAnswer, messageAnswer } from './http-answer.ts';
import { httpEvent } from './http-event.ts';
import { makeJwtAuthorizer } from './jwt-authorizer.ts';
import { matchRoute } from './match-route.ts';

const bodyLimitBytes = 10 * 1024 * 1024;
/** The largest event that Lambda takes. */
const eventLimitBytes = 6_291_456;
/** How long an HTTP API waits for a function. */
const awsTimeoutMs = 30_000;

export interface HttpFrontSettings {
  /** Holds the key that tokens are signed with. */
  readonly dataDir: string;
  readonly routes: Catalog['routes'];
  readonly functions: LambdaFunctions;
  readonly names: ResourceNames;
  /** How long a function may take. @default 30 s, as in AWS */
  readonly timeoutMs?: number;
}

const unauthorized: HttpAnswer = {
  ...messageAnswer(401, 'Unauthorized'),
  headers: { 'content-type': 'application/json', 'www-authenticate': 'Bearer' },
};

/** @returns what `work` gives, or `undefined` when that takes too long */
const inTime = async <T>(work: Promise<T>, timeoutMs: number): Promise<T | undefined> => {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), timeoutMs);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
};

/** The API Gateway HTTP API of the catalogue's routes, with its JWT authorizer. */
export const makeHttpFront = async (settings: HttpFrontSettings): Promise<RequestListener> => {
  const { functions, names, routes, timeoutMs = awsTimeoutMs } = settings;
  const authorize = await makeJwtAuthorizer(settings.dataDir);

  const answer = async (message: IncomingMessage): Promise<HttpAnswer> => {
    const receivedAt = Date.now();
    const pathname = (message.url ?? '/').split('?')[0] ?? '/';
    const match = matchRoute(routes, message.method ?? 'GET', pathname);
    const runner = match && functions.find(names.functionName(match.route.target));
    const body = await readBody(message, bodyLimitBytes);
    if (match === undefined || runner === undefined) return messageAnswer(404, 'Not Found');
    const isGuarded = match.route.authorizer === 'jwt';
    const claims = isGuarded ? await authorize(message.headers.authorization) : undefined;
    if (isGuarded && claims === undefined) return unauthorized;
    if (body === undefined) return messageAnswer(413, 'Request Entity Too Large');
    const request = { message, body, match, receivedAt, ...(claims === undefined ? {} : { claims }) };
    const payload = JSON.stringify(httpEvent(request));
    if (Buffer.byteLength(payload) > eventLimitBytes) return messageAnswer(413, 'Request Entity Too Large');
    const outcome = await inTime(runner.invoke(payload), timeoutMs);
    if (outcome === undefined) return messageAnswer(503, 'Service Unavailable');
    return outcome.failed ? messageAnswer(500, 'Internal Server Error') : httpAnswer(outcome.payload);
  };

  return async (message, response) => {
    const { statusCode, headers, body } = await answer(message).catch(() =>
      messageAnswer(500, 'Internal Server Error'),
    );
    if (response.destroyed) return;
    response.writeHead(statusCode, { ...headers, 'content-length': body.length });
    response.end(body);
  };
};

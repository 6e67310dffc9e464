import type { IncomingMessage, RequestListener } from 'node:http';
import type { Catalog } from '../../lib/catalog-shapes.ts';
import { readBody } from '../protocol/read-body.ts';
import { type HttpAnswer, httpAnswer, messageAnswer } from './http-answer.ts';
import { httpEvent } from './http-event.ts';
import { type AuthorizeSettings, makeAuthorize } from './make-authorize.ts';
import { matchRoute } from './match-route.ts';
import { makeThrottle } from './throttle.ts';

const bodyLimitBytes = 10 * 1024 * 1024;
/** The largest event that Lambda takes. */
const eventLimitBytes = 6_291_456;
/** How long an HTTP API waits for a function. */
const awsTimeoutMs = 30_000;

export interface HttpFrontSettings extends AuthorizeSettings {
  readonly routes: Catalog['routes'];
  /** How long a function may take. @default 30 s, as in AWS */
  readonly timeoutMs?: number;
}

/** @returns what `work` gives, or `undefined` when that takes too long */
const inTime = async <T>(work: Promise<T>, timeoutMs: number): Promise<T | undefined> => {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), timeoutMs);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
};

/** Whether each percent sign begins an encoded byte, and the bytes are UTF-8. */
const isWellEncoded = (pathname: string): boolean => {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
};

/** The API Gateway HTTP API of the catalogue's routes, with its authorisers, limits and errors. */
export const makeHttpFront = async (settings: HttpFrontSettings): Promise<RequestListener> => {
  const { functions, names, routes, timeoutMs = awsTimeoutMs } = settings;
  const authorize = await makeAuthorize(settings);
  const passes = makeThrottle(() => performance.now());

  const answer = async (message: IncomingMessage): Promise<HttpAnswer> => {
    const receivedAt = Date.now();
    const pathname = (message.url ?? '/').split('?')[0] ?? '/';
    if (!isWellEncoded(pathname)) return messageAnswer(400, 'Bad Request');
    const match = matchRoute(routes, message.method ?? 'GET', pathname);
    const runner = match && functions.find(names.functionName(match.route.target));
    const body = await readBody(message, bodyLimitBytes);
    if (match === undefined || runner === undefined) return messageAnswer(404, 'Not Found');
    if (!passes(match.route)) return messageAnswer(429, 'Too Many Requests');
    const request = { message, match, receivedAt };
    const authorized = await authorize(request);
    if ('refusal' in authorized) return authorized.refusal;
    if (body === undefined) return messageAnswer(413, 'Request Entity Too Large');
    const payload = JSON.stringify(httpEvent(request, { body, authorization: authorized.authorization }));
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

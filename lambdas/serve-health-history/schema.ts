import * as z from 'zod';
import { DomainError } from '../../ml/domain-error.ts';
import { InvalidRequestError } from '../../ml/invalid-request-error.ts';
import type { Verdict } from '../shared/ports/alert-books.ts';
import { type HttpEvent, requestOfHttpEvent } from '../shared/runtime/api-gateway-event.ts';
import { callerOf, requireOwn } from '../shared/runtime/caller-of.ts';
import { parseRequest } from '../shared/runtime/parse-request.ts';
import { integerFrom, oneOf, textUpTo } from '../shared/runtime/request-fields.ts';

/** The API has no such route. */
export class RouteNotFoundError extends DomainError {
  readonly code = 'route-not-found';

  constructor() {
    super(
      'There is no such route; there are GET /health-data/history, /status and POST /health-data/feedback.',
    );
  }
}

const latestMs = 253_402_300_799_999;
const momentError = `milliseconds since 1970 UTC, an integer from 0 to ${latestMs}`;
const moment = () =>
  z
    .string({ error: momentError })
    .regex(/^\d{1,15}$/, { error: momentError })
    .transform(Number)
    .pipe(z.int({ error: momentError }).max(latestMs, { error: momentError }));
const limitError = 'an integer from 1 to 1000';
const limit = z
  .string({ error: limitError })
  .regex(/^[1-9]\d{0,2}$|^1000$/, { error: limitError })
  .default('100')
  .transform(Number);

const ownUser = textUpTo(1024).optional();

/** What may be asked of the history; times as milliseconds. */
export const HistoryQuery = z.strictObject({
  userId: ownUser,
  deviceId: textUpTo(128).optional(),
  from: moment().default(0),
  to: moment().default(latestMs),
  limit,
  /** `next` of the page before. */
  cursor: textUpTo(600).optional(),
});

export const StatusQuery = z.strictObject({ userId: ownUser });

export const FeedbackBody = z
  .strictObject(
    {
      userId: ownUser,
      /** A moment within the episode that was told of. */
      timestamp: integerFrom(0, latestMs).optional(),
      alertId: textUpTo(64).optional(),
      verdict: oneOf(['false-alarm', 'confirmed']),
    },
    { error: 'an object { timestamp or alertId, verdict }' },
  )
  .refine(({ timestamp, alertId }) => (timestamp === undefined) !== (alertId === undefined), {
    error: 'an object with either a timestamp or an alertId',
  });

export interface HistoryRequest {
  readonly kind: 'history';
  readonly userId: string;
  readonly deviceId?: string | undefined;
  readonly fromMs: number;
  readonly toMs: number;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface StatusRequest {
  readonly kind: 'status';
  readonly userId: string;
}

export interface FeedbackRequest {
  readonly kind: 'feedback';
  readonly userId: string;
  readonly timestampMs?: number | undefined;
  readonly alertId?: string | undefined;
  readonly verdict: Verdict;
}

export type HealthHistoryRequest = HistoryRequest | StatusRequest | FeedbackRequest;

/**
 * The request of an HTTP event. Whoever asks for another person is refused before anything else is looked at, so
 * that the answer is the same whether that person exists.
 *
 * @throws {UnauthenticatedError} {OtherUserError} {RouteNotFoundError} {InvalidRequestError}
 */
export const parseHistoryEvent = (event: HttpEvent): HealthHistoryRequest => {
  const userId = callerOf(event);
  const query = event.queryStringParameters ?? {};
  requireOwn(userId, userNamedBy(query));
  switch (routeOf(event).route) {
    case 'GET /health-data/history': {
      const { userId: _, from: fromMs, to: toMs, ...rest } = parseRequest(HistoryQuery, query);
      return { kind: 'history', userId, fromMs, toMs, ...rest };
    }
    case 'GET /health-data/status':
      parseRequest(StatusQuery, query);
      return { kind: 'status', userId };
    case 'POST /health-data/feedback': {
      const body = requestOfHttpEvent(event);
      requireOwn(userId, userNamedBy(body));
      const { timestamp: timestampMs, alertId, verdict } = parseRequest(FeedbackBody, body);
      return { kind: 'feedback', userId, timestampMs, alertId, verdict };
    }
    default:
      throw new RouteNotFoundError();
  }
};

/**
 * Which route an event came by, and what that is called in the audit trail, such as `health-data.history`.
 *
 * @example
 * routeOf({ routeKey: 'GET /device/health-data/status' }) // => { route: 'GET /health-data/status', action: 'health-data.status', isOfDevice: true }
 */
export const routeOf = ({ routeKey }: HttpEvent) => {
  const isOfDevice = String(routeKey).includes(' /device/');
  const route = String(routeKey).replace(' /device/', ' /');
  return { route, action: route.split('/').slice(1).join('.'), isOfDevice };
};

/** Whom a request names, in its query or its body, if anybody. */
export const personNamedIn = (event: HttpEvent): string | undefined => {
  const named = userNamedBy(event.queryStringParameters) ?? userNamedBy(requestOfHttpEvent(event));
  return typeof named === 'string' && named !== '' ? named : undefined;
};

const userNamedBy = (source: unknown): unknown =>
  typeof source === 'object' && source !== null ? Reflect.get(source, 'userId') : undefined;

/**
 * Refuses a direct invocation, which has no caller whose history could be served.
 *
 * @throws {InvalidRequestError}
 */
export const refuseDirect = (): never => {
  throw new InvalidRequestError([
    { field: '', allowed: 'an event of the HTTP API', arrived: 'a direct invocation' },
  ]);
};

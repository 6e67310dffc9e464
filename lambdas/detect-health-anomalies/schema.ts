import { DomainError } from '../../ml/domain-error.ts';
import { InvalidRequestError } from '../../ml/invalid-request-error.ts';
import type { HttpEvent } from '../shared/runtime/api-gateway-event.ts';
import { TooManyMetricsError } from '../shared/runtime/body-errors.ts';
import { callerOf, requireOwn } from '../shared/runtime/caller-of.ts';
import { parsePrivate } from '../shared/runtime/parse-request.ts';
import { readHttpBody } from '../shared/runtime/read-http-body.ts';
import { FeatureEntry, type MeasuredEntry, parseWearEntry } from './wear-entry.ts';

/** Of one call. */
export const maxMetrics = 500;

/** Where a metric stood in the request. */
export interface Indexed<Entry> {
  readonly index: number;
  readonly entry: Entry;
}

/** A metric that was not taken in, and why; names no value. */
export interface Rejection {
  readonly index: number;
  readonly code: string;
  readonly message: string;
}

/** Samples of a person's watches, to be stored and scored. */
export interface SyncRequest {
  readonly kind: 'sync';
  readonly userId: string;
  readonly entries: readonly Indexed<MeasuredEntry>[];
  readonly rejected: readonly Rejection[];
}

/** Rows without time, device or person, to be scored only. */
export interface DetectRequest {
  readonly kind: 'detect';
  readonly entries: readonly Indexed<FeatureEntry>[];
  readonly rejected: readonly Rejection[];
  /** Who sends them, over HTTP. */
  readonly userId?: string;
}

export type HealthRequest = SyncRequest | DetectRequest;

/** Within what Lambda takes; an entry has some 20 members, and NaN in one is no reason to lose it. */
const bodyLimits = { maxBytes: 6 * 1024 * 1024, maxDepth: 16, maxMetrics, membersPerMetric: 60 };

const listText = `a list of 1 to ${maxMetrics} metrics, or an object { metrics } of such a list`;

/**
 * A direct invocation: `{ metrics }`, rows as the seed has them.
 *
 * @throws {InvalidRequestError} also when no row can be read: an answer would say that there is no anomaly
 * @throws {TooManyMetricsError}
 */
export const parseDetectRequest = (input: unknown): DetectRequest => {
  const rows = listOf(input);
  const read = parseEach(rows, parseRow);
  if (read.entries.length === 0) parseRow(rows[0]);
  return { kind: 'detect', ...read };
};

const parseRow = (row: unknown): FeatureEntry => parsePrivate(FeatureEntry, row);

/**
 * A request over HTTP: the Wear app's list, the same list as `metrics` of an object, one metric on its own, or the
 * seed's rows, which have no timestamp.
 *
 * @throws {UnauthenticatedError} when nobody vouches for a caller
 * @throws {OtherUserError} when any metric names another user than the caller; then nothing is taken in
 * @throws {BodyTooLargeError} {BodyTooDeepError} {TooManyMetricsError} {InvalidRequestError} when there is no list to
 *   take metrics from
 */
export const parseHttpRequest = (event: HttpEvent): HealthRequest => {
  const caller = callerOf(event);
  requireOwn(caller, fieldOf(event.queryStringParameters, 'userId'));
  const body = readHttpBody(event, bodyLimits);
  const isSingle = String(event.routeKey).endsWith('/ingest') || isEntry(body);
  requireOwn(caller, fieldOf(body, 'userId'));
  const entries = isSingle ? [body] : listOf(body);
  for (const entry of entries) requireOwn(caller, fieldOf(entry, 'userId'));
  if (!isSingle && !Array.isArray(body) && !entries.some(isEntry)) {
    return { ...parseDetectRequest(body), userId: caller };
  }
  return { kind: 'sync', userId: caller, ...parseEach(entries, parseWearEntry) };
};

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Reflect.get(value, name) : undefined;

const isEntry = (value: unknown): boolean => fieldOf(value, 'timestamp') !== undefined;

const listOf = (input: unknown): readonly unknown[] => {
  const list: unknown = Array.isArray(input) ? input : fieldOf(input, 'metrics');
  if (!Array.isArray(list) || list.length === 0) {
    const arrived = Array.isArray(list) ? 'an empty list' : list === undefined ? 'nothing' : 'something else';
    throw new InvalidRequestError([{ field: 'metrics', allowed: listText, arrived }]);
  }
  if (list.length > maxMetrics) throw new TooManyMetricsError(maxMetrics);
  return list;
};

/** Each metric checked on its own: a wrong one costs no other. */
const parseEach = <Entry>(inputs: readonly unknown[], parse: (input: unknown) => Entry) => {
  const entries: Indexed<Entry>[] = [];
  const rejected: Rejection[] = [];
  for (const [index, input] of inputs.entries()) {
    try {
      entries.push({ index, entry: parse(input) });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      rejected.push({ index, code: 'invalid-metric', message: error.message });
    }
  }
  return { entries, rejected };
};

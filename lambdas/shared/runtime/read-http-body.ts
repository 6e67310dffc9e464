import { InvalidRequestError } from '../../../ml/invalid-request-error.ts';
import { scanJson } from '../../../ml/text/scan-json.ts';
import { BodyTooDeepError, BodyTooLargeError, TooManyMetricsError } from './body-errors.ts';

/** What a body may be at most, so that reading it takes bounded memory. */
export interface BodyLimits {
  /** Of the body as sent and as inflated. */
  readonly maxBytes: number;
  readonly maxDepth: number;
  readonly maxMetrics: number;
  /** Fields of one metric and of what it holds, generously. */
  readonly membersPerMetric: number;
}

/**
 * The JSON of an HTTP event's body: inflated where its first bytes are gzip's, whatever the headers say, and
 * measured before anything is built from it.
 *
 * NaN and Infinity, which some watches write and JSON does not know, arrive as texts, so that they spoil one field
 * and not the batch.
 *
 * @throws {BodyTooLargeError} {BodyTooDeepError} {TooManyMetricsError} beyond the limits
 * @throws {InvalidRequestError} when it is no JSON, or torn gzip
 */
export const readHttpBody = (
  event: { readonly body?: unknown; readonly isBase64Encoded?: unknown },
  limits: BodyLimits,
): unknown => {
  const scan = scanJson(textOf(event, limits.maxBytes));
  if (scan.depth > limits.maxDepth) throw new BodyTooDeepError(limits.maxDepth);
  if (scan.members > limits.maxMetrics * limits.membersPerMetric) {
    throw new TooManyMetricsError(limits.maxMetrics);
  }
  try {
    return JSON.parse(scan.text);
  } catch {
    throw refused(scan.text === '' ? 'nothing' : `a text of ${scan.text.length} characters`);
  }
};

const refused = (arrived: string): InvalidRequestError =>
  new InvalidRequestError([{ field: '', allowed: 'JSON, plain or in gzip', arrived }]);

const textOf = (
  { body, isBase64Encoded }: { readonly body?: unknown; readonly isBase64Encoded?: unknown },
  maxBytes: number,
): string => {
  const sent = typeof body === 'string' ? body : '';
  if (Buffer.byteLength(sent, isBase64Encoded === true ? 'base64' : 'utf8') > maxBytes) {
    throw new BodyTooLargeError(maxBytes);
  }
  if (isBase64Encoded !== true) return sent;
  const bytes = Buffer.from(sent, 'base64');
  return (isGzip(bytes) ? inflate(bytes, maxBytes) : bytes).toString('utf8');
};

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const inflate = (bytes: Buffer, maxBytes: number): Buffer => {
  try {
    // Loaded by the first body that needs it, which most do not.
    return process.getBuiltinModule('node:zlib').gunzipSync(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new BodyTooLargeError(maxBytes);
    throw refused('gzip that cannot be inflated');
  }
};

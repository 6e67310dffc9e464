import { InvalidRequestError } from '../../../ml/invalid-request-error.ts';

/** The parts of an API Gateway payload v2 event that are read here. */
export interface HttpEvent {
  readonly routeKey?: unknown;
  readonly queryStringParameters?: unknown;
  readonly body?: unknown;
  readonly isBase64Encoded?: unknown;
}

/** Tells an HTTP API event (payload format 2.0) from a direct invocation. */
export const isHttpEvent = (event: unknown): event is HttpEvent =>
  typeof event === 'object' &&
  event !== null &&
  'version' in event &&
  event.version === '2.0' &&
  'requestContext' in event &&
  typeof event.requestContext === 'object' &&
  event.requestContext !== null &&
  'http' in event.requestContext;

/**
 * The request inside an HTTP event; no body is an empty request.
 *
 * @throws {InvalidRequestError} when the body is not JSON
 */
export const requestOfHttpEvent = (event: HttpEvent): unknown => {
  if (typeof event.body !== 'string' || event.body === '') return {};
  const text =
    event.isBase64Encoded === true ? Buffer.from(event.body, 'base64').toString('utf8') : event.body;
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidRequestError([
      {
        field: '',
        allowed: 'a JSON object',
        arrived: `a text of ${text.length} characters that is not JSON`,
      },
    ]);
  }
};

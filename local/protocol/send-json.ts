import { randomUUID } from 'node:crypto';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { AwsError } from './aws-error.ts';

export interface JsonAnswer {
  readonly statusCode: number;
  readonly body: unknown;
  readonly contentType?: string;
  readonly headers?: OutgoingHttpHeaders;
}

/** Writes one JSON answer with a request id, unless the client has gone. */
export const sendJson = (response: ServerResponse, answer: JsonAnswer): void => {
  if (response.headersSent || response.destroyed) return;
  const body = Buffer.from(JSON.stringify(answer.body));
  response.writeHead(answer.statusCode, {
    'content-type': answer.contentType ?? 'application/json',
    'content-length': body.length,
    'x-amzn-requestid': randomUUID(),
    ...answer.headers,
  });
  response.end(body);
};

/** The AWS error in a thrown value; anything unforeseen is an `InternalFailure`, as AWS calls its own faults. */
export const toAwsError = (thrown: unknown): AwsError => {
  if (thrown instanceof AwsError) return thrown;
  return new AwsError('InternalFailure', thrown instanceof Error ? thrown.message : 'unknown failure', 500);
};

/** An error as JSON protocols carry it: its code as `__type` and in a header, its text as `message`. */
export const sendJsonError = (response: ServerResponse, thrown: unknown, contentType?: string): void => {
  const error = toAwsError(thrown);
  sendJson(response, {
    statusCode: error.statusCode,
    body: { __type: error.code, message: error.message, Message: error.message },
    headers: { 'x-amzn-errortype': error.code },
    ...(contentType === undefined ? {} : { contentType }),
  });
};

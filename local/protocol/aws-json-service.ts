import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { LocalService } from '../service.ts';
import { AwsError } from './aws-error.ts';
import { readBody } from './read-body.ts';
import { sendJson, sendJsonError } from './send-json.ts';

const bodyLimitBytes = 16 * 1024 * 1024;

/** One operation: takes the parsed request, returns the response object. Throws {@link AwsError} to refuse. */
export type JsonOperation = (input: unknown) => unknown;

export interface AwsJsonServiceSpec {
  readonly signingNames: readonly string[];
  /** What stands before the operation in `X-Amz-Target`, such as `SageMaker`. */
  readonly targetPrefix: string;
  readonly operations: Readonly<Record<string, JsonOperation>>;
  readonly close?: () => Promise<void>;
}

/**
 * Parses an operation's input; what does not fit is refused as AWS does, naming the member.
 *
 * @throws {AwsError} ValidationException
 */
export const parseInput = <T>(schema: z.ZodType<T>, input: unknown): T => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.map(
    ({ path, message }) => `Value at '${path.join('.')}' failed to satisfy constraint: ${message}`,
  );
  const count = details.length === 1 ? '1 validation error' : `${details.length} validation errors`;
  throw new AwsError('ValidationException', `${count} detected: ${details.join('; ')}`);
};

const parseJson = (text: string): unknown => {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    throw new AwsError('SerializationException', 'The request body is not JSON.');
  }
};

/** A service that speaks AWS JSON 1.0 or 1.1: one path, the operation in `X-Amz-Target`. */
export const makeAwsJsonService = (spec: AwsJsonServiceSpec): LocalService => {
  const answer = async (request: IncomingMessage): Promise<unknown> => {
    const body = await readBody(request, bodyLimitBytes);
    const [prefix, name = ''] = String(request.headers['x-amz-target'] ?? '').split('.');
    const operation = Object.hasOwn(spec.operations, name) ? spec.operations[name] : undefined;
    if (prefix !== spec.targetPrefix || operation === undefined) {
      throw new AwsError(
        'UnknownOperationException',
        `${spec.targetPrefix} has no operation '${name}' here.`,
      );
    }
    if (body === undefined) throw new AwsError('RequestEntityTooLargeException', 'Body over 16 MiB.', 413);
    return await operation(parseJson(body.toString('utf8')));
  };

  return {
    signingNames: spec.signingNames,
    handle: async (request: IncomingMessage, response: ServerResponse) => {
      const contentType = request.headers['content-type'] ?? 'application/x-amz-json-1.1';
      try {
        sendJson(response, { statusCode: 200, body: (await answer(request)) ?? {}, contentType });
      } catch (thrown) {
        sendJsonError(response, thrown, contentType);
      }
    },
    close: spec.close ?? (async () => {}),
  };
};

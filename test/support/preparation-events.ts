import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { inProcessFunction } from './in-process-function.ts';
import type { TestAws } from './local-aws.ts';
import { type PreparationAnswer, type PreparationCall, preparationPath } from './preparation-client.ts';

const Answer = z.object({ statusCode: z.int(), headers: z.record(z.string(), z.string()), body: z.string() });

export interface PreparationEvent extends Omit<PreparationCall, 'token'> {
  /** In place of the claims of an access token; null: the event names nobody. */
  readonly claims?: object | null;
}

/**
 * Hands the data preparation service the events that API Gateway would, in this process and against a local AWS:
 * `preparationClient` without the gateway.
 */
export const preparationEvents = async (aws: TestAws) => {
  const handler = await inProcessFunction(aws, 'serveDataPreparation');
  return async (route: string, options: PreparationEvent = {}): Promise<PreparationAnswer> => {
    const [method = 'GET', path = ''] = route.split(' ');
    const [rawPath = '', rawQueryString = ''] = path.split('?');
    const { user = 'user', groups = [], body, contentType = 'application/json' } = options;
    const own = {
      sub: user,
      token_use: 'access',
      ...(groups.length > 0 && { 'cognito:groups': `[${groups.join(' ')}]` }),
    };
    const { claims = own } = options;
    const event = {
      version: '2.0',
      rawPath: `${preparationPath}${rawPath}`,
      rawQueryString,
      headers: body === undefined ? {} : { 'content-type': contentType },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      requestContext: {
        http: { method, path: `${preparationPath}${rawPath}` },
        ...(claims !== null && { authorizer: { jwt: { claims, scopes: null } } }),
      },
      isBase64Encoded: false,
    };
    const answer = Answer.parse(await handler(event, { awsRequestId: randomUUID() }));
    const type = answer.headers['content-type'] ?? '';
    return { status: answer.statusCode, contentType: type, body: Object(JSON.parse(answer.body)) };
  };
};

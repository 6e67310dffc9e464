import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError } from '../protocol/aws-error.ts';
import { readBody } from '../protocol/read-body.ts';
import { sendJson, sendJsonError } from '../protocol/send-json.ts';
import type { ResourceNames } from '../resource-names.ts';
import type { LocalService } from '../service.ts';
import { functionConfiguration } from './function-configuration.ts';
import type { FunctionRunner } from './function-runner.ts';
import type { LambdaFunctions } from './lambda-functions.ts';

/** Largest event, in bytes: 6 MB when the caller waits, 1 MB when not. */
const payloadLimits = { RequestResponse: 6_291_456, DryRun: 6_291_456, Event: 1_048_576 } as const;

type InvocationType = keyof typeof payloadLimits;

const isInvocationType = (text: string): text is InvocationType => Object.hasOwn(payloadLimits, text);

const readPayload = async (request: IncomingMessage, type: InvocationType): Promise<string> => {
  const limit = payloadLimits[type];
  const body = await readBody(request, limit);
  if (body === undefined) {
    const message = `The payload is too large for the ${type} invocation type (limit ${limit} bytes)`;
    throw new AwsError('RequestEntityTooLargeException', message, 413);
  }
  const text = body.length === 0 ? '{}' : body.toString('utf8');
  try {
    JSON.parse(text);
    return text;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'not JSON';
    throw new AwsError('InvalidRequestContentException', `Could not parse request body into json: ${reason}`);
  }
};

/** Lambda's REST API: Invoke, GetFunction, GetFunctionConfiguration, ListFunctions. */
export const makeLambdaService = (functions: LambdaFunctions, names: ResourceNames): LocalService => {
  /** @param reference - a name, an ARN or a partial ARN, with or without `:$LATEST` */
  const find = (reference: string): FunctionRunner => {
    const name = reference.replace(/^.*function:/, '').replace(/:\$LATEST$/, '');
    const runner = functions.find(name);
    if (runner !== undefined) return runner;
    throw new AwsError('ResourceNotFoundException', `Function not found: ${names.functionArn(name)}`, 404);
  };

  const invoke = async (request: IncomingMessage, response: ServerResponse, runner: FunctionRunner) => {
    const type = String(request.headers['x-amz-invocation-type'] ?? 'RequestResponse');
    if (!isInvocationType(type)) {
      const message = `Value '${type}' at 'invocationType' failed to satisfy constraint: Member must satisfy enum value set: [Event, RequestResponse, DryRun]`;
      throw new AwsError('InvalidParameterValueException', message);
    }
    const payload = await readPayload(request, type);
    if (type === 'DryRun') {
      response.writeHead(204).end();
      return;
    }
    if (type === 'Event') {
      const requestId = await functions.invokeAsync(runner, payload);
      response.writeHead(202, { 'x-amzn-requestid': requestId, 'content-length': 0 }).end();
      return;
    }
    const answer = await runner.invoke(payload);
    const wantsTail = request.headers['x-amz-log-type'] === 'Tail';
    if (response.destroyed) return;
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(answer.payload),
      'x-amzn-requestid': answer.requestId,
      'x-amz-executed-version': '$LATEST',
      ...(answer.failed ? { 'x-amz-function-error': 'Unhandled' } : {}),
      ...(wantsTail ? { 'x-amz-log-result': Buffer.from(answer.logTail).toString('base64') } : {}),
    });
    response.end(answer.payload);
  };

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const pathname = (request.url ?? '').split('?')[0] ?? '';
    const [, version, collection, reference = '', action = ''] = pathname.split('/').map(decodeURIComponent);
    const key = `${request.method} ${version}/${collection}${reference === '' ? '' : '/name'}${action === '' ? '' : `/${action}`}`;
    const describe = (runner: FunctionRunner) => functionConfiguration(runner.spec, names);
    const send = (body: unknown) => sendJson(response, { statusCode: 200, body });

    if (key === 'POST 2015-03-31/functions/name/invocations') {
      await invoke(request, response, find(reference));
    } else if (key === 'GET 2015-03-31/functions/name') {
      const Code = { RepositoryType: 'local', Location: find(reference).spec.entry };
      send({ Configuration: describe(find(reference)), Code });
    } else if (key === 'GET 2015-03-31/functions/name/configuration') {
      send(describe(find(reference)));
    } else if (key === 'GET 2015-03-31/functions') {
      send({ Functions: functions.all.map(describe) });
    } else {
      const message = `The local Lambda has no operation ${request.method} ${pathname}`;
      throw new AwsError('UnknownOperationException', message, 404);
    }
  };

  return {
    signingNames: ['lambda'],
    handle: async (request, response) => {
      try {
        await route(request, response);
      } catch (thrown) {
        request.resume();
        sendJsonError(response, thrown);
      }
    },
    close: () => functions.close(),
  };
};

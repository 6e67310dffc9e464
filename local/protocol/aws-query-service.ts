import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { XMLBuilder } from 'fast-xml-parser';
import type { LocalService } from '../service.ts';
import { AwsError } from './aws-error.ts';
import { readBody } from './read-body.ts';
import { toAwsError } from './send-json.ts';

const bodyLimitBytes = 2 * 1024 * 1024;
const xml = new XMLBuilder({ attributeNamePrefix: '@', ignoreAttributes: false });

/** One operation of the query protocol: form fields in, the content of its `…Result` element out. */
export type QueryOperation = (fields: URLSearchParams) => Promise<object> | object;

export interface AwsQueryServiceSpec {
  readonly signingNames: readonly string[];
  readonly namespace: string;
  readonly operations: Readonly<Record<string, QueryOperation>>;
}

const send = (response: ServerResponse, statusCode: number, document: object): void => {
  if (response.headersSent || response.destroyed) return;
  const body = Buffer.from(xml.build(document));
  response.writeHead(statusCode, { 'content-type': 'text/xml', 'content-length': body.length });
  response.end(body);
};

/** An error as the query protocol carries it. */
export const sendQueryError = (response: ServerResponse, thrown: unknown, namespace?: string): void => {
  const error = toAwsError(thrown);
  send(response, error.statusCode, {
    ErrorResponse: {
      ...(namespace === undefined ? {} : { '@xmlns': namespace }),
      Error: {
        Type: error.statusCode < 500 ? 'Sender' : 'Receiver',
        Code: error.code,
        Message: error.message,
      },
      RequestId: randomUUID(),
    },
  });
};

/** A service that speaks the AWS query protocol: form fields with an `Action`, XML back. */
export const makeAwsQueryService = (spec: AwsQueryServiceSpec): LocalService => {
  const answer = async (request: IncomingMessage): Promise<object> => {
    const body = await readBody(request, bodyLimitBytes);
    if (body === undefined) throw new AwsError('InvalidParameter', 'The request is too long.');
    const query = (request.url ?? '').split('?')[1] ?? '';
    const fields = new URLSearchParams(request.method === 'GET' ? query : body.toString('utf8'));
    const action = fields.get('Action') ?? '';
    const operation = Object.hasOwn(spec.operations, action) ? spec.operations[action] : undefined;
    if (operation === undefined) {
      throw new AwsError('InvalidAction', `The action ${action} is not valid for this endpoint.`);
    }
    return {
      [`${action}Response`]: {
        '@xmlns': spec.namespace,
        [`${action}Result`]: await operation(fields),
        ResponseMetadata: { RequestId: randomUUID() },
      },
    };
  };

  return {
    signingNames: spec.signingNames,
    handle: async (request, response) => {
      try {
        send(response, 200, await answer(request));
      } catch (thrown) {
        sendQueryError(response, thrown, spec.namespace);
      }
    },
    close: async () => {},
  };
};

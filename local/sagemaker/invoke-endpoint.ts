import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError } from '../protocol/aws-error.ts';
import { readBody } from '../protocol/read-body.ts';
import { sendJson, sendJsonError } from '../protocol/send-json.ts';
import { localAccountId, localRegion } from '../resource-names.ts';
import type { Endpoints } from './endpoints.ts';
import type { HostingStore } from './hosting-store.ts';
import type { ContainerAnswer } from './serving-container.ts';

/** One invocation as CloudWatch would measure it. */
export interface InvocationMeasure {
  readonly endpointName: string;
  readonly statusCode: number;
  readonly latencyMs: number;
}

export interface InvokeEndpointDeps {
  readonly store: HostingStore;
  readonly endpoints: Endpoints;
  readonly measure: (invocation: InvocationMeasure) => void;
}

/** Of a serverless endpoint; a real-time one takes 25 MB. */
const bodyLimitBytes = 4 * 1024 * 1024;
/** Of a model's own error, as SageMaker tells it. */
const messageLimit = 1024;

const path = /^\/endpoints\/([^/?]+)\/invocations(?:\?|$)/;

/** Tells a request to the SageMaker runtime from one to SageMaker. */
export const isInvocation = ({ url = '' }: Pick<IncomingMessage, 'url'>): boolean =>
  url.startsWith('/endpoints/');

const header = (request: IncomingMessage, name: string): Readonly<Record<string, string>> => {
  const value = request.headers[name];
  return typeof value === 'string' ? { [name]: value } : {};
};

const notFound = (name: string): AwsError =>
  new AwsError('ValidationError', `Endpoint ${name} of account ${localAccountId} not found.`);

const sendModelError = (response: ServerResponse, endpointName: string, answer: ContainerAnswer): void => {
  const kind = answer.statusCode < 500 ? 'client' : 'server';
  const message = Buffer.from(answer.body).toString('utf8').slice(0, messageLimit);
  const log = `/aws/sagemaker/Endpoints/${endpointName}`;
  sendJson(response, {
    statusCode: 424,
    headers: { 'x-amzn-errortype': 'ModelError' },
    body: {
      Message: `Received ${kind} error (${answer.statusCode}) from primary with message "${message}". See the log ${log} for more information.`,
      OriginalMessage: message,
      OriginalStatusCode: answer.statusCode,
      LogStreamArn: `arn:aws:logs:${localRegion}:${localAccountId}:log-group:${log}`,
    },
  });
};

/** The SageMaker runtime's one operation: a request to an endpoint goes to its container, and the answer comes back. */
export const makeInvokeEndpoint = ({ store, endpoints, measure }: InvokeEndpointDeps) => {
  const invoke = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const endpointName = decodeURIComponent(path.exec(request.url ?? '')?.[1] ?? '');
    const body = await readBody(request, bodyLimitBytes);
    if (request.method !== 'POST' || endpointName === '')
      throw new AwsError(
        'UnknownOperationException',
        'The SageMaker runtime has no such operation here.',
        404,
      );
    const live = endpoints.live(endpointName);
    if (store.endpoints.find(endpointName) === undefined) throw notFound(endpointName);
    if (live === undefined) {
      throw new AwsError(
        'ValidationError',
        `Endpoint ${endpointName} of account ${localAccountId} is not in service.`,
      );
    }
    if (body === undefined) throw new AwsError('ValidationError', `Body over ${bodyLimitBytes} bytes.`, 413);
    const headers = { ...header(request, 'content-type'), ...header(request, 'accept') };
    const answer = await live.container.invoke({ body, headers }).catch((): ContainerAnswer => {
      const text = 'The container hung up or took too long.';
      return { statusCode: 500, contentType: 'text/plain', body: Buffer.from(text), latencyMs: 0 };
    });
    measure({ endpointName, statusCode: answer.statusCode, latencyMs: answer.latencyMs });
    if (answer.statusCode !== 200) return sendModelError(response, endpointName, answer);
    response.writeHead(200, {
      'content-type': answer.contentType,
      'content-length': answer.body.byteLength,
      'x-amzn-invoked-production-variant': live.variantName,
    });
    response.end(answer.body);
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      await invoke(request, response);
    } catch (thrown) {
      sendJsonError(response, thrown);
    }
  };
};

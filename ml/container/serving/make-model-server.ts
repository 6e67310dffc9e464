import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { DomainError } from '../../domain-error.ts';
import { predictionDocuments } from '../../models/customer-health/prediction-document.ts';
import type { ServedModel } from './load-served-model.ts';
import { readInvocation } from './read-invocation.ts';
import { BodyTooLongError, NoModelError, statusOfServingError } from './serving-errors.ts';
import { writePredictions } from './write-predictions.ts';

/** SageMaker's own limit for a real-time endpoint was 6 MB for years; 500 customers take less than one. */
const bodyLimitBytes = 6 * 1024 * 1024;
/** SageMaker keeps its connections; closing them earlier than it does costs a request now and then. */
const keepAliveMs = 65_000;

interface HttpAnswer {
  readonly statusCode: number;
  readonly contentType: string;
  readonly body: string;
}

export interface ModelServerSettings {
  readonly served: ServedModel;
  /** Told one line for each invocation, without anything that was sent or found out. */
  readonly report: (line: string) => void;
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    // Read to its end nevertheless, so that whoever sends it hears the refusal.
    if (size <= bodyLimitBytes) chunks.push(chunk);
  }
  if (size > bodyLimitBytes) throw new BodyTooLongError(bodyLimitBytes);
  return Buffer.concat(chunks).toString('utf8');
};

const json = (statusCode: number, document: unknown): HttpAnswer => ({
  statusCode,
  contentType: 'application/json',
  body: JSON.stringify(document),
});

const answerToError = (error: unknown, report: (line: string) => void): HttpAnswer => {
  if (error instanceof DomainError) {
    const { code, message, data } = error;
    return json(statusOfServingError(code), { error: { code, message, ...data } });
  }
  const frames = error instanceof Error ? error.stack?.match(/^ {4}at .*$/gm)?.slice(0, 8) : undefined;
  report(JSON.stringify({ failure: error instanceof Error ? error.name : typeof error, frames }));
  const message = 'Something failed in the container; its log has the place in the code.';
  return json(500, { error: { code: 'internal', message } });
};

/**
 * The web server of a model as SageMaker wants it: `GET /ping` answers 200 once requests can be taken, `POST
 * /invocations` predicts. Without a model both answer 503.
 */
export const makeModelServer = ({ served, report }: ModelServerSettings): Server => {
  const invoke = async (request: IncomingMessage): Promise<HttpAnswer> => {
    const from = performance.now();
    const body = await readBody(request);
    if (served.kind !== 'model') throw new NoModelError();
    const { customers, explain } = readInvocation(body, request.headers['content-type']);
    const predictions = [...predictionDocuments(served.model, customers, { explain })];
    const answer = writePredictions({ predictions, modelVersion: served.version }, request.headers.accept);
    const ms = Math.round(performance.now() - from);
    report(JSON.stringify({ invocation: 200, customers: customers.length, explain, ms }));
    return { statusCode: 200, ...answer };
  };

  const answerOf = async (request: IncomingMessage): Promise<HttpAnswer> => {
    const path = request.url?.split('?')[0];
    if (path === '/ping' && request.method === 'GET') {
      if (served.kind !== 'model') throw new NoModelError();
      return json(200, { status: 'healthy', modelVersion: served.version });
    }
    if (path === '/invocations' && request.method === 'POST') return invoke(request);
    const message = 'There is GET /ping and POST /invocations here, and nothing else.';
    return json(404, { error: { code: 'not-found', message } });
  };

  const listener = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let answer: HttpAnswer;
    try {
      answer = await answerOf(request);
    } catch (error) {
      answer = answerToError(error, report);
      if (request.url?.startsWith('/invocations')) report(JSON.stringify({ invocation: answer.statusCode }));
    }
    request.resume();
    if (response.destroyed) return;
    const length = Buffer.byteLength(answer.body);
    response.writeHead(answer.statusCode, { 'content-type': answer.contentType, 'content-length': length });
    response.end(answer.body);
  };

  return createServer({ keepAliveTimeout: keepAliveMs }, (request, response) => {
    listener(request, response).catch(() => response.destroy());
  });
};

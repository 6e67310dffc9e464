import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { AwsError } from './protocol/aws-error.ts';
import { sendQueryError } from './protocol/aws-query-service.ts';
import { sendJsonError } from './protocol/send-json.ts';
import { signingService } from './protocol/signing-service.ts';
import type { LocalService } from './service.ts';

/** The AWS error for something that nobody here answers, in the protocol that the request speaks. */
const refuseUnknown = (request: IncomingMessage, response: ServerResponse, service: string): void => {
  request.resume();
  const contentType = request.headers['content-type'] ?? '';
  if (request.headers['x-amz-target'] !== undefined) {
    const message = `The local AWS has no service '${service}'.`;
    sendJsonError(response, new AwsError('UnknownOperationException', message), contentType);
  } else if (contentType.startsWith('application/x-www-form-urlencoded')) {
    const message = `The local AWS has no service '${service}', so this action is not valid.`;
    sendQueryError(response, new AwsError('InvalidAction', message));
  } else {
    const message = `The local AWS has no service '${service}'.`;
    sendJsonError(response, new AwsError('UnknownOperationException', message, 404));
  }
};

/**
 * Hands each request to the service it was signed for.
 *
 * @throws {Error} when two services claim one signing name
 */
export const makeRouter = (services: readonly LocalService[]): RequestListener => {
  const byName = new Map<string, LocalService>();
  for (const service of services) {
    for (const name of service.signingNames) {
      if (byName.has(name)) throw new Error(`Two services answer to '${name}'.`);
      byName.set(name, service);
    }
  }

  return (request, response) => {
    const name = signingService(request);
    if (name === undefined) {
      request.resume();
      const message = 'Request is missing Authentication Token';
      sendJsonError(response, new AwsError('MissingAuthenticationToken', message, 403));
      return;
    }
    const service = byName.get(name);
    if (service === undefined) {
      refuseUnknown(request, response, name);
      return;
    }
    // A client that hangs up in the middle of its request must not take the process down.
    Promise.resolve(service.handle(request, response)).catch((thrown) => sendJsonError(response, thrown));
  };
};

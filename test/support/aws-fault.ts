import type { ServerResponse } from 'node:http';
import { AwsError } from '../../local/protocol/aws-error.ts';
import { sendQueryError } from '../../local/protocol/aws-query-service.ts';
import { sendJsonError } from '../../local/protocol/send-json.ts';
import type { AwsCall } from './aws-call.ts';

/** Passing faults: a client that tries again gets through. */
export const passingFaults = [
  'reset-before',
  'reset-after',
  'server-error',
  'server-error-after',
  'throttled',
  'unprocessed',
] as const;

/**
 * Faults that trying again does not cure: `refused` hits one call, `dead` that one and every later one, and `cut`
 * breaks off an answer that has begun. `-after`: the server had done it all the same.
 */
export const lastingFaults = ['refused-before', 'refused-after', 'dead-before', 'dead-after', 'cut'] as const;

export type Fault = (typeof passingFaults)[number] | (typeof lastingFaults)[number];

/** Whether the server does what it was asked for, in spite of the fault. */
export const isDoneAllTheSame = (fault: Fault): boolean => fault.endsWith('-after') || fault === 'cut';

const throttlingCodes: Readonly<Record<string, readonly [code: string, status: number]>> = {
  dynamodb: ['ProvisionedThroughputExceededException', 400],
  lambda: ['TooManyRequestsException', 429],
  s3: ['SlowDown', 503],
  sns: ['Throttling', 400],
};

const refuse = (response: ServerResponse, { service, method }: AwsCall, error: AwsError): void => {
  if (service === 's3') {
    const text = `<Error><Code>${error.code}</Code><Message>${error.message}</Message></Error>`;
    response.writeHead(error.statusCode, { 'content-type': 'application/xml' });
    response.end(method === 'HEAD' ? undefined : text);
  } else if (service === 'sns') sendQueryError(response, error);
  else sendJsonError(response, error);
};

/** Answers a call as its service would in that case, or not at all. */
export const answerWithFault = (response: ServerResponse, call: AwsCall, fault: Fault): void => {
  if (fault.startsWith('reset')) {
    response.destroy();
  } else if (fault === 'throttled') {
    const [code, status] = throttlingCodes[call.service] ?? ['ThrottlingException', 400];
    refuse(response, call, new AwsError(code, 'Injected: too many calls.', status));
  } else if (fault.startsWith('server-error')) {
    const code = call.service === 's3' ? 'InternalError' : 'InternalServerError';
    refuse(response, call, new AwsError(code, 'Injected: our fault.', 500));
  } else {
    const code = call.service === 's3' ? 'AccessDenied' : 'AccessDeniedException';
    refuse(response, call, new AwsError(code, 'Injected: refused.', 403));
  }
};

import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type AwsCall, awsCall, describeCall, operationOf } from './aws-call.ts';
import { answerWithFault, type Fault, isDoneAllTheSame } from './aws-fault.ts';
import { type Served, serve } from './serve.ts';

/** Stands between SDK clients and an AWS endpoint, and does harm to chosen calls. */
export interface FaultingProxy extends Served {
  /** What it has seen since it was armed last, in order. */
  readonly calls: readonly string[];
  /**
   * Counts from anew, and lets a fault befall the n-th call from now, from 1, or every call that is hit; none: it only
   * passes on.
   */
  arm(fault?: ArmedFault): void;
}

export type ArmedFault =
  | { readonly at: number; readonly fault: Fault }
  /** @param call - as `calls` has it */
  | { readonly hits: (call: string) => boolean; readonly fault: Fault };

interface Answer {
  readonly message: IncomingMessage;
  readonly body: Buffer;
}

const passOn = (target: string, { method, url, headers, body }: AwsCall): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { 'transfer-encoding': _, ...kept } = headers;
    const request = http.request(new URL(url, target), {
      method,
      headers: { ...kept, 'content-length': body.length },
    });
    request.once('error', reject);
    request.once('response', (message) => {
      buffer(message).then((answered) => resolve({ message, body: answered }), reject);
    });
    request.end(body);
  });

const give = (response: ServerResponse, { message, body }: Answer): void => {
  const { 'transfer-encoding': _, connection: __, ...headers } = message.headers;
  response.writeHead(message.statusCode ?? 502, headers);
  response.end(body);
};

/** Half of an answer, and then the line goes dead. */
const giveHalf = (response: ServerResponse, { message, body }: Answer): void => {
  response.writeHead(message.statusCode ?? 502, { ...message.headers, 'content-length': body.length });
  if (body.length < 2) response.destroy();
  else response.write(body.subarray(0, body.length / 2), () => response.destroy());
};

type Batch = Readonly<Record<string, readonly unknown[]>>;

/** Does the first half of a BatchWriteItem and hands the other half back, as a table that is too busy does. */
const processHalf = async (target: string, call: AwsCall): Promise<Answer> => {
  const input: { readonly RequestItems: Batch } = JSON.parse(call.body.toString('utf8'));
  const halve = (pick: (items: readonly unknown[]) => readonly unknown[]) =>
    Object.fromEntries(Object.entries(input.RequestItems).map(([table, items]) => [table, pick(items)]));
  const half = (items: readonly unknown[]) => Math.ceil(items.length / 2);
  const body = Buffer.from(
    JSON.stringify({ ...input, RequestItems: halve((items) => items.slice(0, half(items))) }),
  );
  const { message } = await passOn(target, { ...call, body });
  const UnprocessedItems = halve((items) => items.slice(half(items)));
  delete message.headers['x-amz-crc32'];
  const answered = Buffer.from(JSON.stringify({ UnprocessedItems }));
  message.headers['content-length'] = String(answered.length);
  return { message, body: answered };
};

/**
 * Starts one on a free port.
 *
 * @param target - asked at each call for the endpoint behind it
 */
export const startFaultingProxy = async (target: () => string): Promise<FaultingProxy> => {
  let calls: string[] = [];
  let armed: ArmedFault | undefined;

  const faultOf = (number: number): Fault | undefined => {
    if (armed === undefined) return undefined;
    if ('hits' in armed) return armed.hits(calls[number - 1] ?? '') ? armed.fault : undefined;
    if (number < armed.at) return undefined;
    if (number === armed.at) return armed.fault;
    return armed.fault.startsWith('dead') ? 'dead-before' : undefined;
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = awsCall(request, await buffer(request));
    const fault = faultOf(calls.push(describeCall(call)));
    if (fault === undefined) return give(response, await passOn(target(), call));
    if (fault === 'unprocessed' && operationOf(call) === 'BatchWriteItem') {
      return give(response, await processHalf(target(), call));
    }
    const done = isDoneAllTheSame(fault) ? await passOn(target(), call) : undefined;
    if (fault === 'cut' && done !== undefined) giveHalf(response, done);
    else answerWithFault(response, call, fault);
  };

  const served = await serve((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  return {
    ...served,
    get calls() {
      return calls;
    },
    arm: (fault) => {
      calls = [];
      armed = fault;
    },
  };
};

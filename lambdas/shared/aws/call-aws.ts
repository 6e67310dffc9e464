import { isTransient } from '../is-transient.ts';
import type { Clock } from '../ports/clock.ts';
import type { Sleep } from '../ports/sleep.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import type { Credentials } from '../runtime/environment-credentials.ts';
import { withRetries } from '../with-retries.ts';
import { AwsCallError } from './aws-call-error.ts';
import { endpointOf, objectAddress, type ServiceName } from './endpoint-of.ts';
import type { SendRequest } from './send-request.ts';
import { signRequest } from './sign-request.ts';

/** What is asked of AWS: an object's content, or an operation that a service takes by POST. */
export type AwsCall =
  | { readonly service: 's3'; readonly object: { readonly Bucket: string; readonly Key: string } }
  | {
      readonly service: Exclude<ServiceName, 's3'>;
      /** By lower-case name. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    };

/**
 * Calls AWS without its SDK.
 *
 * @returns the body of the answer
 * @throws {AwsCallError} what AWS refused, after retries; or what kept its answer from coming
 */
export type CallAws = (call: AwsCall) => Promise<Buffer>;

export interface CallAwsOptions {
  readonly send: SendRequest;
  /** Says where the region's services are, and which invocation a call is part of. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly credentials: () => Promise<Credentials>;
  /** Calls in all, the first included. */
  readonly maxAttempts: number;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly telemetry: Pick<Telemetry, 'count'>;
}

/**
 * The few calls of a function that somebody waits for, over Node.js alone. The AWS SDK's clients for the same calls
 * are two thirds of such a function's code and half of its cold start (docs/wearable-endpoint.md); this does what
 * they do for it: Signature Version 4, the endpoints of the environment, and their standard retries, exponential
 * with full jitter. A clock that is wrong by minutes, which the SDK corrects, is left to Lambda not to have.
 */
export const makeCallAws = (options: CallAwsOptions): CallAws => {
  const { environment, clock } = options;
  const region = environment['AWS_REGION'] ?? '';
  const policy = {
    attempts: options.maxAttempts,
    baseDelayMs: 100,
    maxDelayMs: 20_000,
    sleep: options.sleep,
    random: options.random,
    retryable: isTransient,
    onRetry: () => options.telemetry.count('RetriedCalls'),
  };

  const once = async (call: AwsCall): Promise<Buffer> => {
    const { endpoint, ...request } = requestOf(call, region, environment);
    const headers = signRequest(
      { ...request, host: endpoint.host },
      { service: call.service, region, credentials: await options.credentials(), nowMs: clock.now() },
    );
    const answer = await options.send({
      ...request,
      endpoint,
      headers: { ...headers, ...traceOf(environment) },
    });
    if (answer.status !== 200) throw new AwsCallError(answer);
    return answer.body;
  };
  return (call) => withRetries(() => once(call), policy);
};

const requestOf = (call: AwsCall, region: string, environment: CallAwsOptions['environment']) =>
  call.service === 's3'
    ? { method: 'GET', ...objectAddress(call.object, region, environment), headers: {}, body: '' }
    : {
        method: 'POST',
        path: '/',
        endpoint: endpointOf(call.service, region, environment),
        headers: call.headers,
        body: call.body,
      };

/** By which AWS notices that functions call one another for ever. */
const traceOf = ({ _X_AMZN_TRACE_ID: trace }: CallAwsOptions['environment']): Record<string, string> =>
  trace === undefined ? {} : { 'x-amzn-trace-id': trace };

import { type CallAws, type CallAwsOptions, makeCallAws } from '../../../lambdas/shared/aws/call-aws.ts';
import type { WireAnswer, WireRequest } from '../../../lambdas/shared/aws/send-request.ts';

export interface StubAnswer {
  /** @default 200 */
  readonly status?: number;
  readonly headers?: WireAnswer['headers'];
  readonly body?: string | Uint8Array;
}

/** Calls of AWS that end in a function instead of on the network; one try each, unless told otherwise. */
export const stubAws = (
  respond: (request: WireRequest) => StubAnswer,
  options: Partial<CallAwsOptions> = {},
): CallAws =>
  makeCallAws({
    send: async (request) => {
      const { status = 200, headers = {}, body = '' } = respond(request);
      return { status, headers, body: Buffer.from(body) };
    },
    environment: { AWS_REGION: 'us-east-1' },
    credentials: async () => ({ accessKeyId: 'local', secretAccessKey: 'local' }),
    maxAttempts: 1,
    clock: { now: () => Date.UTC(2026, 0, 5) },
    sleep: async () => undefined,
    random: () => 0.5,
    telemetry: { count: () => undefined },
    ...options,
  });

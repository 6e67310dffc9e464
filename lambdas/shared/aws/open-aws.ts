import { systemClock } from '../adapters/system-clock.ts';
import { timerSleep } from '../adapters/timer-sleep.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import { defaultProvider } from '../runtime/environment-credentials.ts';
import { type CallAws, makeCallAws } from './call-aws.ts';
import { makeSendRequest } from './send-request.ts';

/**
 * AWS as Lambda's environment names it: region, credentials, endpoints.
 *
 * @param options - `timeoutMs`: for one try of one call
 */
export const openAws = (options: {
  readonly maxAttempts: number;
  readonly timeoutMs: number;
  readonly telemetry: Pick<Telemetry, 'count'>;
}): CallAws =>
  makeCallAws({
    send: makeSendRequest({ timeoutMs: options.timeoutMs }),
    environment: process.env,
    credentials: defaultProvider(),
    maxAttempts: options.maxAttempts,
    clock: systemClock,
    sleep: timerSleep,
    random: Math.random,
    telemetry: options.telemetry,
  });

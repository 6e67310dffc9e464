import type { Sleep } from './ports/sleep.ts';

export interface RetryPolicy {
  /** Calls in all, the first included. */
  readonly attempts: number;
  /** Upper bound of the first wait; doubles with each further one. */
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
  readonly sleep: Sleep;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Which errors are worth another try. */
  readonly retryable: (error: unknown) => boolean;
  readonly onRetry?: () => void;
}

/**
 * Calls again after a retryable error, waiting a uniformly random time up to an exponentially growing bound
 * ("full jitter", Brooker 2015, AWS Architecture Blog: Exponential Backoff And Jitter).
 *
 * @throws the last error, once the attempts are used up or the error is not retryable
 */
export const withRetries = async <Result>(
  call: () => Promise<Result>,
  policy: RetryPolicy,
): Promise<Result> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (attempt >= policy.attempts || !policy.retryable(error)) throw error;
      policy.onRetry?.();
      const boundMs = Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (attempt - 1));
      await policy.sleep(policy.random() * boundMs);
    }
  }
};

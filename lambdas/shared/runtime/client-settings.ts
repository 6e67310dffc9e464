/**
 * Settings shared by every SDK client: bounded standard retries (exponential backoff with full jitter) and bounded
 * waits, so that a hanging connection cannot eat a function's time.
 *
 * @param options - `requestTimeoutMs` must exceed the longest answer; default 15 s
 */
export const clientSettings = (options: { maxAttempts?: number; requestTimeoutMs?: number } = {}) => {
  const agent = { keepAlive: true, maxSockets: 128 };
  return {
    maxAttempts: options.maxAttempts ?? 5,
    retryMode: 'standard',
    requestHandler: {
      connectionTimeout: 3_000,
      requestTimeout: options.requestTimeoutMs ?? 15_000,
      throwOnRequestTimeout: true,
      httpAgent: agent,
      httpsAgent: agent,
    },
  };
};

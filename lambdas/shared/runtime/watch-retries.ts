/** What every client of the AWS SDK has, as far as it is used here. */
export interface SdkClient {
  readonly config: {
    readonly requestHandler: { handle(request: unknown, options?: unknown): Promise<unknown> };
  };
  readonly middlewareStack: { remove(name: string): boolean };
}

/**
 * Calls back for each request that an SDK client sends again, which it otherwise does in silence.
 *
 * @param client - changed in place
 */
export const watchRetries = ({ config }: SdkClient, onRetry: () => void): void => {
  const { requestHandler } = config;
  const handle = requestHandler.handle.bind(requestHandler);
  Object.assign(requestHandler, {
    handle: (request: unknown, options?: unknown) => {
      if (isRetry(request)) onRetry();
      return handle(request, options);
    },
  });
};

/** The SDK numbers its attempts in a header, such as `attempt=2; max=5`. */
const isRetry = (request: unknown): boolean => {
  const headers: unknown =
    typeof request === 'object' && request !== null ? Reflect.get(request, 'headers') : undefined;
  if (typeof headers !== 'object' || headers === null) return false;
  const attempt = /^attempt=(\d+)/.exec(String(Reflect.get(headers, 'amz-sdk-request')))?.[1];
  return attempt !== undefined && Number(attempt) > 1;
};

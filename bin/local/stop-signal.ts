export interface StopSignal {
  readonly signal: AbortSignal;
  /** Settles when the process was asked to stop. */
  readonly stopped: Promise<void>;
  /** Hands the signals back to Node's own behaviour. */
  forget(): void;
}

/** Ctrl-C and SIGTERM as an AbortSignal, so that a long run ends tidily. A second Ctrl-C ends it at once. */
export const stopSignal = (): StopSignal => {
  const controller = new AbortController();
  const { promise, resolve } = Promise.withResolvers<void>();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    resolve();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of signals) process.on(name, onSignal);
  return {
    signal: controller.signal,
    stopped: promise,
    forget: () => {
      for (const name of signals) process.off(name, onSignal);
    },
  };
};

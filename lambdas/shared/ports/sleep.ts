/** Waits; a port, so that tests of retries take no time. */
export type Sleep = (durationMs: number) => Promise<void>;

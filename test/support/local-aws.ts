import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Config } from '../../lib/config.ts';
import type { LocalAws, LocalAwsOptions } from '../../local/local-aws.ts';
import type { LocalEvent } from '../../local/local-event.ts';
import { startLocalAws } from '../../local/start-local-aws.ts';

/** A local AWS of a test's own. */
export interface TestAws extends LocalAws {
  readonly dataDir: string;
  /** What it has said so far. */
  readonly events: readonly LocalEvent[];
  /** For the constructor of an SDK client. */
  readonly client: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
    readonly maxAttempts: number;
  };
  /** Resolves with the first event, past or to come, that fits. */
  waitFor(fits: (event: LocalEvent) => boolean): Promise<LocalEvent>;
}

export type TestAwsOptions = Partial<LocalAwsOptions>;

/**
 * Starts a local AWS on free ports in a temporary folder; `close()` removes both, but leaves a `dataDir` that was
 * given.
 */
export const startTestAws = async (options: TestAwsOptions = {}): Promise<TestAws> => {
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'wellcast-local-aws-')));
  const events: LocalEvent[] = [];
  const listeners = new Set<() => void>();
  const aws = await startLocalAws({
    port: 0,
    apiPort: 0,
    config: Config.parse({}),
    retryDelaysMs: [0, 0],
    environmentsPerFunction: 2,
    ...options,
    dataDir,
    onEvent: (event) => {
      events.push(event);
      options.onEvent?.(event);
      for (const listener of listeners) listener();
    },
  });

  const waitFor = (fits: (event: LocalEvent) => boolean): Promise<LocalEvent> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = events.find(fits);
        if (found === undefined) return;
        listeners.delete(look);
        resolve(found);
      };
      listeners.add(look);
      look();
    });

  return {
    ...aws,
    dataDir,
    events,
    waitFor,
    client: {
      endpoint: aws.endpoint,
      region: aws.region,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    },
    close: async () => {
      await aws.close();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
};

/** Runs something against a local AWS of its own and closes that afterwards, whatever happened. */
export const withLocalAws = async <T>(
  options: TestAwsOptions,
  use: (aws: TestAws) => Promise<T>,
): Promise<T> => {
  const aws = await startTestAws(options);
  try {
    return await use(aws);
  } finally {
    await aws.close();
  }
};

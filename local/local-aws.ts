import type { Catalog, ScheduleSpec } from '../lib/catalog-shapes.ts';
import type { Config } from '../lib/config.ts';
import type { EmitLocalEvent } from './local-event.ts';

/** How the local AWS is started. */
export interface LocalAwsOptions {
  /** For AWS itself; 0: any free port. */
  readonly port: number;
  /** For the HTTP front; 0: any free port. */
  readonly apiPort: number;
  /** Holds everything that is kept; created when absent, and this process's own while it runs. */
  readonly dataDir: string;
  readonly config: Config;
  readonly onEvent?: EmitLocalEvent;
  /** @default that of the configuration */
  readonly catalog?: Catalog;
  /** Whether schedules that come round every few minutes fire by themselves. @default false: by `fireSchedule` only */
  readonly firesRates?: boolean;
  /** Waits before each retry of an asynchronous invocation. @default 1 and 2 seconds; AWS: 1 and 2 minutes */
  readonly retryDelaysMs?: readonly number[];
  /** Events that one function works on at once; AWS has no such limit. Each takes some 45 MB. @default 1 */
  readonly environmentsPerFunction?: number;
  /** The training container's program and arguments. @default node ml/container/start.ts train */
  readonly trainingCommand?: readonly string[];
  /** The serving container's program and arguments. @default node ml/container/start.ts serve */
  readonly servingCommand?: readonly string[];
  /** How long a serving container may take to become healthy. @default half a minute; AWS: some minutes */
  readonly servingStartupMs?: number;
}

/** AWS on loopback, running. */
export interface LocalAws {
  /** Where every service answers. */
  readonly endpoint: string;
  readonly apiEndpoint: string;
  readonly dashboard: {
    /** With the login code of this start in it. */
    readonly address: string;
    /** Builds the page now, rather than when it is first opened. @throws {Error} with what Vite said */
    build(): Promise<void>;
  };
  readonly accountId: string;
  readonly region: string;
  /** Makes SDK clients and the AWS CLI talk to it. */
  readonly clientEnvironment: Record<string, string>;
  readonly schedules: readonly ScheduleSpec[];
  /** Does what EventBridge Scheduler would do then. @param scheduledAt - epoch milliseconds, now if absent */
  fireSchedule(name: string, scheduledAt?: number): Promise<string>;
  /** Resolves when every event so far has been delivered and its asynchronous invocations are done with. */
  settled(): Promise<void>;
  /** Ends every child, thread, server and file handle. */
  close(): Promise<void>;
}

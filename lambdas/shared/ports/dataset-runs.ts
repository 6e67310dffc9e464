interface RunFacts {
  /** Same key, same run: `dataset#` and a hash. */
  readonly runId: string;
  /** Of the request's parameters; a key is bound to them. */
  readonly requestHash: string;
  /** When the run was first opened, milliseconds since 1970 UTC; the default asOf follows from it. */
  readonly startedAt: number;
  /** Of the present or final attempt, such as 20251019_065000; names its files. */
  readonly timestamp: string;
  /** Of attempts that were overtaken. */
  readonly supersededTimestamps: readonly string[];
}

export type OpenRun = RunFacts & { readonly state: 'open' };
/** The manifest, to be stored as it is: its text, or the key in the workspace of one too large for a row. */
export type SealedManifest =
  | { readonly manifest: string; readonly manifestKey?: undefined }
  | { readonly manifest?: undefined; readonly manifestKey: string };
export type SealedRun = RunFacts &
  SealedManifest & {
    readonly state: 'sealed';
    /** JSON text of what the caller is told. */
    readonly answer: string;
  };
export type CompleteRun = RunFacts & {
  readonly state: 'complete';
  readonly answer: string;
  readonly trainingJobName?: string;
};
export type DatasetRun = OpenRun | SealedRun | CompleteRun;

/**
 * Rows of dataset runs, open → sealed → complete. Each step is one compare-and-set, which answers false where the
 * row is no longer as the caller knew it. docs/exactly-once.md explains the protocol.
 */
export interface DatasetRuns {
  /** Takes a timestamp for good; false when it is taken. */
  claimTimestamp(timestamp: string): Promise<boolean>;
  find(runId: string): Promise<DatasetRun | undefined>;
  /** False when the run exists. */
  open(run: OpenRun): Promise<boolean>;
  /** Replaces the attempt of an open run; false when that attempt is no longer the present one. */
  takeOver(run: OpenRun, timestamp: string): Promise<boolean>;
  /** False when the attempt is no longer the present one of an open run. */
  seal(run: OpenRun, result: SealedManifest & { readonly answer: string }): Promise<boolean>;
  /** Repeatable. */
  complete(run: SealedRun): Promise<void>;
  recordTrainingJob(runId: string, trainingJobName: string): Promise<void>;
}

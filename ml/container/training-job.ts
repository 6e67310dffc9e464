import type { TrainingFolders } from './training-folders.ts';

/** What a training job gives its trainer. */
export interface TrainingJob {
  readonly folders: TrainingFolders;
  /** Content of hyperparameters.json, unchecked. */
  readonly hyperparameters: unknown;
  /** Aborted when the job is to stop; training then ends after saving its checkpoint. */
  readonly signal: AbortSignal;
  /** Told one line of progress, without personal data. */
  readonly report: (line: string) => void;
}

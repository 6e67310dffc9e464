import type { TrainingStatus } from './training-service.ts';

export interface StartedJob {
  readonly jobName: string;
  readonly jobArn: string;
  readonly trainPath: string;
  readonly validationPath: string;
  readonly manifestPath?: string;
  readonly rowsSha256: string;
  /** ISO 8601. */
  readonly startedAt: string;
}

export interface ObservedJob {
  readonly jobName: string;
  readonly status: TrainingStatus;
  readonly failureReason?: string;
  readonly modelDataUrl?: string;
  /** ISO 8601, once it has ended. */
  readonly endedAt?: string;
}

/** Rows of training jobs; a job that has ended never goes back. */
export interface TrainingJobRows {
  /** Writes what was started, as InProgress unless the row knows better already. */
  recordStart(job: StartedJob): Promise<void>;
  /** False when the row has ended in another state already and stays as it is. */
  recordState(job: ObservedJob): Promise<boolean>;
  /**
   * Takes on telling people of a job's failure: `claimed` by this caller until `until`, `told` before, or `busy`,
   * claimed by another a moment ago.
   */
  claimAlert(jobName: string, times: { now: number; until: number }): Promise<'claimed' | 'told' | 'busy'>;
  markAlertSent(jobName: string): Promise<void>;
  /** Gives a claim back, so that the next delivery may try at once. */
  releaseAlert(jobName: string): Promise<void>;
}

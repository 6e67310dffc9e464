/** How a training job goes, as its row says. */
export interface TrainingJobSummary {
  readonly jobName: string;
  readonly status: string;
  /** ISO 8601. */
  readonly startedAt?: string | undefined;
  readonly endedAt?: string | undefined;
}

/** Rows of training jobs, for reading. */
export interface TrainingJobStates {
  find(jobName: string): Promise<TrainingJobSummary | undefined>;
  /** The latest, newest first. */
  list(limit: number): Promise<readonly TrainingJobSummary[]>;
}

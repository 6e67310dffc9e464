/** What came of a job that is done. */
export interface JobResult {
  readonly datasetId: string;
  readonly version: string;
  /** False where the content was a version already. */
  readonly isNew: boolean;
}

/** Why a job could not be done, as its caller would have been told. */
export interface JobProblem {
  readonly code: string;
  readonly detail: string;
}

/** Something that is done after its request was answered. */
export interface PreparationJob {
  readonly jobId: string;
  readonly datasetId: string;
  /** Where its request is kept until it is done. */
  readonly requestKey: string;
  readonly state: 'queued' | 'running' | 'succeeded' | 'failed';
  readonly createdBy: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** ISO 8601; when it was begun last, or ended. */
  readonly updatedAt: string;
  /** How often it was begun. */
  readonly attempts: number;
  readonly result?: JobResult | undefined;
  readonly problem?: JobProblem | undefined;
}

export interface PreparationJobs {
  find(jobId: string): Promise<PreparationJob | undefined>;
  /** Writes a job as it now is, unless it has ended; false where it has. */
  put(job: PreparationJob): Promise<boolean>;
}

/** Jobs on their way to whoever does them. */
export interface JobQueue {
  /** @returns once the message is sure to be delivered, at least once */
  send(jobId: string): Promise<void>;
}

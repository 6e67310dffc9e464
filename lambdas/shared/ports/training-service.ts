export type TrainingStatus = 'InProgress' | 'Completed' | 'Failed' | 'Stopping' | 'Stopped';

/** What makes one training what it is. */
export interface TrainingJobSpec {
  readonly jobName: string;
  readonly trainPath: string;
  readonly validationPath: string;
  /** As the container reads them, all texts. */
  readonly hyperParameters: Readonly<Record<string, string>>;
}

export interface TrainingJobState {
  readonly jobName: string;
  readonly jobArn: string;
  readonly status: TrainingStatus;
  readonly hyperParameters: Readonly<Record<string, string>>;
  readonly failureReason?: string;
  /** Where model.tar.gz is, s3://…, once there is one. */
  readonly modelDataUrl?: string;
  /** Where its output goes, s3://…; tells our jobs from others. */
  readonly outputPath?: string;
}

/** SageMaker, as far as training goes. */
export interface TrainingService {
  /** Starts a job; undefined when one of that name exists. */
  start(spec: TrainingJobSpec): Promise<{ readonly jobArn: string } | undefined>;
  /** Undefined when there is none of that name. */
  describe(jobName: string): Promise<TrainingJobState | undefined>;
}

export interface TrainingInput {
  readonly trainPath: string;
  readonly validationPath: string;
  readonly manifestPath: string;
}

/** Starts training on a dataset; a repeat for the same rows starts nothing new. */
export interface TrainingTrigger {
  /**
   * @throws {TrainingNotStartedError} when it was refused or could not be reached
   */
  start(input: TrainingInput): Promise<{ readonly jobName: string }>;
}

/** Which models have learned from a dataset. */
export interface TrainedModels {
  /** Those whose training files lie under a path that holds this text. @returns `name version`, or the job's name */
  from(text: string): Promise<readonly string[]>;
}

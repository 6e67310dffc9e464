export type PipelineStatus = 'running' | 'succeeded' | 'failed';

/** One execution of the training pipeline. */
export interface PipelineExecution {
  readonly executionArn: string;
  readonly name: string;
  readonly status: PipelineStatus;
  /** As it was started with. */
  readonly input: string;
}

/** The workflow that prepares what is too large for one function. */
export interface TrainingPipelines {
  /** Starts an execution, or joins the running one of the same name and input; undefined when the name is taken. */
  start(name: string, input: string): Promise<PipelineExecution | undefined>;
  /** Undefined when there is none of that name. */
  find(name: string): Promise<PipelineExecution | undefined>;
}

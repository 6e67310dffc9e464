/** Facts fit for a log: counts, codes, durations, names of our own. Never a user id, a text or a payload. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>;

/** Everything that is counted; each is a CloudWatch metric of the same name with the function as dimension. */
export type MetricName =
  | 'Requests'
  | 'RefusedRequests'
  | 'FailedRequests'
  | 'SkippedItems'
  | 'RetriedCalls'
  | 'BisectedBatches'
  | 'UsersConsidered'
  | 'UsersFailed'
  | 'RowsCensored'
  | 'DatasetsCompleted'
  | 'AttemptsSuperseded'
  | 'TrainingTriggerFailures'
  | 'TrainingJobsStarted'
  | 'TrainingJobsFailed'
  | 'ModelsApproved'
  | 'ModelsRejected';

/** Where use cases report what happens, in numbers and codes. */
export interface Telemetry {
  info(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  /** The error's name, code and stack frames are kept, its message is not: it may quote a key or a text. */
  error(message: string, error: unknown, facts?: LogFacts): void;
  count(metric: MetricName, value?: number): void;
}

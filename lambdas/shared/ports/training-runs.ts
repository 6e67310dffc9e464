/** A training that somebody asked for. */
export interface TrainingRun {
  /** Also the idempotency key of the preparation that it starts. */
  readonly runId: string;
  /** JSON text of what prepareTrainingData is asked for. */
  readonly parameters: string;
  /** ISO 8601. */
  readonly requestedAt: string;
  readonly state: 'queued' | 'preparing' | 'training' | 'prepared' | 'failed';
  /** Once the dataset is there. */
  readonly datasetTimestamp?: string | undefined;
  readonly trainingJobName?: string | undefined;
  /** Why it failed. */
  readonly failureCode?: string | undefined;
}

/** What a run has come to. */
export type TrainingRunOutcome = Pick<
  TrainingRun,
  'state' | 'datasetTimestamp' | 'trainingJobName' | 'failureCode'
>;

/** Trainings on demand, as they were asked for and what came of them. */
export interface TrainingRuns {
  /** Writes a run down as queued; false when its id is there. */
  create(run: Pick<TrainingRun, 'runId' | 'parameters' | 'requestedAt'>): Promise<boolean>;
  find(runId: string): Promise<TrainingRun | undefined>;
  record(runId: string, outcome: TrainingRunOutcome): Promise<void>;
}

/** Writes a run down and sets it to work; one that is there already is not started again. */
export type StartTraining = (run: Pick<TrainingRun, 'runId' | 'parameters'>) => Promise<void>;

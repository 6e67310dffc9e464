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
  /** How long a run of the training pipeline has been going on, told by each of its children. */
  | 'PipelineAgeSeconds'
  | 'TrainingJobsStarted'
  | 'TrainingJobsFailed'
  | 'ModelsApproved'
  | 'ModelsRejected'
  /** Of watches: stored for the first time, sent before, refused by name. */
  | 'MetricsAccepted'
  | 'MetricsDuplicate'
  | 'MetricsRejected'
  /** Windows that a model judged, and how many lay above its threshold: by design a twentieth. */
  | 'WindowsScored'
  | 'WindowsAboveThreshold'
  /** Median error of a call's windows, as a share of the threshold: the distribution that drifts. */
  | 'ReconstructionErrorRatio'
  | 'AnomaliesDetected'
  | 'AnomalyAlertsSent'
  | 'AnomalyAlertsOverBudget'
  | 'AnomalyAlertFailures'
  /** Of features asked for: whether nothing of the person had changed since. */
  | 'FeatureCacheHits'
  | 'FeatureCacheMisses'
  /** What people said of episodes. */
  | 'FalseAlarms'
  | 'ConfirmedAlarms'
  /** Health exports that became a narrative, or were set aside. */
  | 'ExportsImported'
  | 'ExportsQuarantined'
  /** Their records and samples: kept, and outside clinical ranges. */
  | 'RecordsKept'
  | 'RecordsLeftOut'
  /** Events of customers: taken in, there before, too old to be known, of people who are left out. */
  | 'CustomerEventsAdded'
  | 'CustomerEventsDuplicate'
  | 'CustomerEventsExpired'
  | 'CustomerEventsDropped'
  /** Of whom nothing had been expected lately, looked at by schedule. */
  | 'CustomersReviewed'
  | 'CustomersPredicted'
  | 'CustomerPredictionFailures'
  | 'ChurnAlertsSent'
  | 'ChurnAlertFailures'
  /** Calls that found no model to read; raises an alarm. */
  | 'ModelUnavailable'
  /** Of narratives: written, there before, refused, set aside for a person, to be sent again. */
  | 'NarrativesStored'
  | 'NarrativesDuplicate'
  | 'NarrativesRefused'
  | 'NarrativesQuarantined'
  | 'NarrativesUnsettled'
  /** What the screen masked in them. */
  | 'IdentifiersMasked'
  | 'PartsFolded'
  /** Of the audit trail: signed for. */
  | 'AuditRecordsSealed'
  /** People erased for good, and tries that a store has failed in. */
  | 'ErasuresCompleted'
  | 'ErasuresFailed'
  /** Of customers; and endpoints that were given another version of their model, or the one before. */
  | 'CustomersScored'
  | 'EndpointsDeployed'
  | 'EndpointsRolledBack'
  | 'RollBacksImpossible';

/** Where use cases report what happens, in numbers and codes. */
export interface Telemetry {
  info(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  /** The error's name, code and stack frames are kept, its message is not: it may quote a key or a text. */
  error(message: string, error: unknown, facts?: LogFacts): void;
  count(metric: MetricName, value?: number): void;
  /** One value of something that has a distribution, without a unit. */
  measure(metric: MetricName, value: number): void;
}

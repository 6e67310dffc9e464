/** What the catalogue calls its entries. A part adds its own names here; the compiler then asks for each. */

export type WearableTableId = 'healthMetrics' | 'deviceKeys' | 'anomalyAlerts';
export type NarrativeTableId = 'trainingExamples' | 'pseudonymKeys' | 'healthRecords';
export type CustomerTableId = 'endpointDeployments';
export type CustomerEventTableId = 'customerState';
export type PreparationTableId =
  | 'featureSets'
  | 'featureCache'
  | 'datasetVersions'
  | 'datasetLineage'
  | 'modelPerformance'
  | 'preparationJobs'
  | 'auditTrail'
  | 'auditKeys'
  | 'erasures';
export type PreparationBucketId = 'datasets' | 'auditHeads';
export type TableId =
  | 'app'
  | 'trainingJobs'
  | 'modelRegistry'
  | 'sampleLineage'
  | WearableTableId
  | NarrativeTableId
  | PreparationTableId
  | CustomerTableId
  | CustomerEventTableId;
export type FanOutBucketId = 'trainingWork';
export type BucketId = 'mlModels' | 'healthData' | PreparationBucketId | FanOutBucketId;
export type SecretId = 'sampleId' | 'tombstone';
export type KeyId = 'auditSigning';
export type CustomerEventTopicId = 'churnAlerts';
export type TopicId = 'alerts' | 'healthAlerts' | CustomerEventTopicId;
export type TrainingFunctionId =
  | 'extractMoodFeatures'
  | 'extractBehavioralFeatures'
  | 'extractSentimentFeatures'
  | 'prepareTrainingData'
  | 'triggerModelTraining'
  | 'recordTrainingJobState';
export type WearableFunctionId = 'detectHealthAnomalies' | 'serveHealthHistory' | 'authorizeDevice';
export type NarrativeFunctionId = 'formatTrainingNarrative' | 'compactTrainingData' | 'importHealthRecords';
export type PreparationFunctionId = 'serveDataPreparation' | 'startTrainingRun';
export type DatasetBuildFunctionId = 'buildDatasetVersion' | 'runPreparationTask';
export type AuditFunctionId = 'sealAuditChain';
export type ErasureFunctionId = 'eraseSubject';
export type CustomerFunctionId = 'predictCustomerHealth' | 'deployApprovedModel' | 'rollBackEndpoint';
export type CustomerEventFunctionId = 'updateCustomerFeatures' | 'reviewQuietCustomers';
export type FunctionId =
  | TrainingFunctionId
  | FanOutFunctionId
  | WearableFunctionId
  | NarrativeFunctionId
  | PreparationFunctionId
  | DatasetBuildFunctionId
  | AuditFunctionId
  | ErasureFunctionId
  | CustomerFunctionId
  | CustomerEventFunctionId;
export type FanOutFunctionId =
  | 'listTrainingShards'
  | 'extractTrainingShard'
  | 'planTrainingParts'
  | 'writeTrainingPart'
  | 'completeTrainingDataset';
export type WorkflowId = 'trainingPipeline';
export type DatasetBuildQueueId = 'datasetBuilds' | 'preparationTasks';
export type QueueId = 'narratives' | DatasetBuildQueueId;
export type StreamId = 'customerEvents';
export type EndpointId = 'customerHealth';
/** The stacks that hold functions. */
export type FunctionStackId = 'training' | 'wearables' | 'narratives' | 'preparation' | 'customers';

/** The shapes of the catalogue's entries: what a table, a function, a rule is described by. */
import type { StateMachine } from './state-machine.ts';

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
export type CustomerEventFunctionId = 'updateCustomerFeatures';
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

export interface KeyAttribute {
  readonly name: string;
  readonly type: 'S' | 'N';
}

export interface TableSpec {
  readonly name: string;
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute;
  readonly indexes: readonly {
    readonly name: string;
    readonly partitionKey: KeyAttribute;
    readonly sortKey?: KeyAttribute;
    /** Attributes copied beside the keys. */
    readonly include: readonly string[];
  }[];
  /** What the table holds and how sensitive that is; becomes its description in the docs. */
  readonly purpose: string;
}

export interface BucketSpec {
  /** `{account}` stands for the account number. */
  readonly name: string;
  readonly versioned: boolean;
  /** Whether EventBridge hears of each new object. @default no */
  readonly announces?: boolean;
  /** For so many days nobody can change or delete a new object, whoever asks. @default none */
  readonly lockDays?: number;
  /** So many days after its writing an object is gone. @default it stays */
  readonly expireDays?: number;
  /** Objects under a prefix that nobody needs after so many days, versions included. @default none */
  readonly passing?: readonly { readonly prefix: string; readonly days: number }[];
  readonly purpose: string;
}

/** A value of an environment variable: text, or the name or ARN of something else in the catalogue. */
export type EnvironmentValue =
  | string
  | { readonly table: TableId }
  | { readonly bucket: BucketId }
  | { readonly secret: SecretId }
  /** Its alias. */
  | { readonly key: KeyId }
  | { readonly topic: TopicId }
  /** Its URL. */
  | { readonly queue: QueueId }
  | { readonly function: FunctionId }
  /** Its name. */
  | { readonly endpoint: EndpointId }
  /** Its ARN. */
  | { readonly workflow: WorkflowId }
  /** Known only to whoever builds the container and its role: the CDK or the local SageMaker. */
  | { readonly training: TrainingValue };

export type TrainingValue = 'imageUri' | 'roleArn' | 'servingRoleArn' | 'volumeKeyId' | 'outputKeyId';

/** What may be done to an endpoint, and to the configurations and models named after it. */
export type EndpointAction =
  | 'InvokeEndpoint'
  | 'DescribeEndpoint'
  | 'CreateEndpoint'
  | 'UpdateEndpoint'
  | 'DeleteEndpoint'
  | 'CreateEndpointConfig'
  | 'CreateModel'
  | 'AddTags';

/** One thing that a function may do; becomes exactly these IAM actions on exactly this resource. */
export type Access =
  | {
      readonly table: TableId;
      /** The actions hold for this index instead of for the table. */
      readonly index?: string;
      readonly actions: readonly (
        | 'Query'
        | 'Scan'
        | 'GetItem'
        | 'PutItem'
        | 'UpdateItem'
        | 'DeleteItem'
        | 'BatchGetItem'
        | 'BatchWriteItem'
      )[];
    }
  | {
      readonly bucket: BucketId;
      readonly prefix: string;
      readonly actions: readonly (
        | 'GetObject'
        | 'GetObjectVersion'
        | 'PutObject'
        | 'AbortMultipartUpload'
        | 'DeleteObject'
        | 'DeleteObjectVersion'
        | 'ListBucket'
        | 'ListBucketVersions'
      )[];
    }
  | { readonly secret: SecretId; readonly actions: readonly 'GetSecretValue'[] }
  | { readonly key: KeyId; readonly actions: readonly ('Sign' | 'GetPublicKey')[] }
  | { readonly topic: TopicId; readonly actions: readonly 'Publish'[] }
  | {
      readonly queue: QueueId;
      readonly actions: readonly (
        | 'ReceiveMessage'
        | 'DeleteMessage'
        | 'GetQueueAttributes'
        | 'SendMessage'
      )[];
    }
  | { readonly function: FunctionId; readonly actions: readonly 'InvokeFunction'[] }
  /** Who reads a stream may also send to the queue of what it gives up. */
  | {
      readonly stream: StreamId;
      readonly actions: readonly (
        | 'DescribeStream'
        | 'DescribeStreamSummary'
        | 'GetRecords'
        | 'GetShardIterator'
        | 'ListShards'
        | 'ListStreams'
      )[];
    }
  | {
      readonly training: 'jobs';
      readonly actions: readonly ('CreateTrainingJob' | 'AddTags' | 'DescribeTrainingJob')[];
    }
  | { readonly endpoint: EndpointId; readonly actions: readonly EndpointAction[] }
  | {
      readonly workflow: WorkflowId;
      readonly actions: readonly ('StartExecution' | 'DescribeExecution')[];
    }
  | { readonly service: 'comprehend'; readonly actions: readonly 'BatchDetectSentiment'[] };

/** The stacks that hold functions. */
export type FunctionStackId = 'training' | 'wearables' | 'narratives' | 'preparation' | 'customers';

export interface FunctionSpec {
  readonly name: string;
  readonly stack: FunctionStackId;
  /** From the repository's root; exports `handler`. */
  readonly entry: string;
  readonly description: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, EnvironmentValue>>;
  readonly access: readonly Access[];
  /** Environments kept warm, and paid for by the hour. @default none */
  readonly provisionedConcurrency?: number;
}

/** A standard queue that feeds a function; another one, `{name}-dead-letters`, keeps what it gives up. */
export interface QueueSpec {
  readonly name: string;
  readonly purpose: string;
  /** How long a message stays hidden in somebody's hands: six times the function's timeout, as Lambda advises. */
  readonly visibilityTimeoutSeconds: number;
  /** Deliveries before a message counts as a dead letter. */
  readonly maxReceiveCount: number;
  /** Messages in one invocation at most. */
  readonly batchSize: number;
  /** Batches under way at once; between 2 and 1,000 in AWS. */
  readonly maxConcurrency: number;
  readonly consumer: FunctionId;
}

/** An on-demand stream that feeds a function; a queue, `{name}-dead-letters`, hears of what that gave up. */
export interface StreamSpec {
  readonly name: string;
  readonly purpose: string;
  /** How long records can be read: 24 … 8,760. */
  readonly retentionHours: number;
  /** Records in one invocation at most. */
  readonly batchSize: number;
  /** How long records are gathered before the function is called. */
  readonly batchingWindowSeconds: number;
  /** Invocations under way at once for each shard; records of one partition key stay in order. 1 … 10 */
  readonly parallelizationFactor: number;
  /** Further deliveries of a record that fails alone, before it is given up; splitting a batch counts for none. */
  readonly maximumRetryAttempts: number;
  /** A record older than that is given up undelivered; -1: none is. */
  readonly maximumRecordAgeSeconds: number;
  readonly consumer: FunctionId;
}

export interface RuleSpec {
  readonly name: string;
  readonly description: string;
  readonly source: string;
  readonly detailType: string;
  /** The bucket that an event of S3 must be about. @default any */
  readonly bucket?: BucketId;
  /** The event's `detail` fields, such as `object.key`, that must begin so; other teams' events are none of ours. */
  readonly detailPrefixes: Readonly<Record<string, string>>;
  readonly target: FunctionId;
}

/** When an endpoint is held to be bad: the alarm goes off at the threshold and above. */
export interface EndpointAlarmSpec {
  /** Begins with the endpoint's name. */
  readonly name: string;
  readonly description: string;
  /** Errors of the model, summed; or its mean time to answer, in microseconds. */
  readonly metric: 'Invocation5XXErrors' | 'ModelLatency';
  readonly threshold: number;
  readonly periodSeconds: number;
}

/** An endpoint of SageMaker, made by the first approval of its model and not by a stack. */
export interface EndpointSpec {
  readonly name: string;
  /** In the registry. */
  readonly modelName: string;
  readonly variantName: string;
  readonly alarms: readonly EndpointAlarmSpec[];
}

export interface ScheduleSpec {
  readonly name: string;
  readonly description: string;
  /** EventBridge Scheduler's form, such as `cron(0 0 1 * ? *)`. */
  readonly expression: string;
  readonly timeZone: string;
  readonly target: FunctionId;
  /** The queue that feeds the target and takes the input as a message. @default the target is called itself */
  readonly viaQueue?: QueueId;
  /** May hold `{account}` and Scheduler's context words, such as `<aws.scheduler.scheduled-time>`. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** A route of the HTTP API. */
export interface RouteSpec {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly target: FunctionId;
  /** Who vouches for the caller: the API's JWT authoriser, the function that knows device keys, or nobody. */
  readonly authorizer: 'jwt' | 'device' | 'none';
  /** For all callers together; beyond it the gateway answers 429. @default as the account allows */
  readonly throttle?: { readonly ratePerSecond: number; readonly burst: number };
}

/** The Lambda authoriser of `device` routes. */
export interface DeviceAuthorizerSpec {
  readonly target: FunctionId;
  /** The header that carries the key; a request without it is 401, and the function is not asked. */
  readonly header: string;
  /** How long an answer holds, and so how long a revoked key may go on. 0: every request is asked about. */
  readonly cacheSeconds: number;
}

/** A Standard workflow of Step Functions. */
export interface WorkflowSpec {
  readonly name: string;
  readonly stack: FunctionStackId;
  readonly description: string;
  /** As data: `${id}` stands for the ARN of a function or the name of a bucket of the catalogue. */
  readonly definition: StateMachine;
  /** The functions that it invokes. */
  readonly functions: readonly FunctionId[];
  /** Where its maps read their items. */
  readonly bucket: BucketId;
  readonly prefix: string;
}

export interface Catalog {
  readonly tables: Readonly<Record<TableId, TableSpec>>;
  readonly buckets: Readonly<Record<BucketId, BucketSpec>>;
  readonly secrets: Readonly<Record<SecretId, { readonly name: string; readonly purpose: string }>>;
  /** Keys that sign (ECC_NIST_P256); `name` is the alias. Those that encrypt belong to what they encrypt. */
  readonly keys: Readonly<Record<KeyId, { readonly name: string; readonly purpose: string }>>;
  readonly topics: Readonly<Record<TopicId, { readonly name: string; readonly purpose: string }>>;
  readonly functions: Readonly<Record<FunctionId, FunctionSpec>>;
  readonly queues: Readonly<Record<QueueId, QueueSpec>>;
  readonly streams: Readonly<Record<StreamId, StreamSpec>>;
  readonly workflows: Readonly<Record<WorkflowId, WorkflowSpec>>;
  readonly endpoints: Readonly<Record<EndpointId, EndpointSpec>>;
  readonly rules: readonly RuleSpec[];
  readonly schedules: readonly ScheduleSpec[];
  readonly routes: readonly RouteSpec[];
  /** Needed where a route has the authoriser `device`. */
  readonly deviceAuthorizer?: DeviceAuthorizerSpec;
}

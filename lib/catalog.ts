/**
 * What wellcast consists of, as plain data: the CDK stacks build it in an account and the local AWS builds it
 * on loopback, so the two cannot drift. No CDK here, and no behaviour.
 */
import type { Config } from './config.ts';

export type TableId = 'app' | 'trainingJobs' | 'modelRegistry' | 'sampleLineage';
export type BucketId = 'mlModels';
export type SecretId = 'sampleId';
export type TopicId = 'alerts';
export type FunctionId =
  | 'extractMoodFeatures'
  | 'extractBehavioralFeatures'
  | 'extractSentimentFeatures'
  | 'prepareTrainingData'
  | 'triggerModelTraining'
  | 'recordTrainingJobState';

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
  readonly purpose: string;
}

/** A value of an environment variable: text, or the name or ARN of something else in the catalogue. */
export type EnvironmentValue =
  | string
  | { readonly table: TableId }
  | { readonly bucket: BucketId }
  | { readonly secret: SecretId }
  | { readonly topic: TopicId }
  | { readonly function: FunctionId }
  /** Known only to whoever builds the container and its role: the CDK or the local SageMaker. */
  | { readonly training: 'imageUri' | 'roleArn' | 'volumeKeyId' | 'outputKeyId' };

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
        | 'BatchWriteItem'
      )[];
    }
  | {
      readonly bucket: BucketId;
      readonly prefix: string;
      readonly actions: readonly (
        | 'GetObject'
        | 'PutObject'
        | 'AbortMultipartUpload'
        | 'DeleteObject'
        | 'ListBucket'
      )[];
    }
  | { readonly secret: SecretId; readonly actions: readonly 'GetSecretValue'[] }
  | { readonly topic: TopicId; readonly actions: readonly 'Publish'[] }
  | { readonly function: FunctionId; readonly actions: readonly 'InvokeFunction'[] }
  | {
      readonly training: 'jobs';
      readonly actions: readonly ('CreateTrainingJob' | 'AddTags' | 'DescribeTrainingJob')[];
    }
  | { readonly service: 'comprehend'; readonly actions: readonly 'BatchDetectSentiment'[] };

export interface FunctionSpec {
  readonly name: string;
  /** From the repository's root; exports `handler`. */
  readonly entry: string;
  readonly description: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, EnvironmentValue>>;
  readonly access: readonly Access[];
}

export interface RuleSpec {
  readonly name: string;
  readonly description: string;
  readonly source: string;
  readonly detailType: string;
  /** The event's `detail` fields that must begin so; other teams' events are none of ours. */
  readonly detailPrefixes: Readonly<Record<string, string>>;
  readonly target: FunctionId;
}

export interface ScheduleSpec {
  readonly name: string;
  readonly description: string;
  /** EventBridge Scheduler's form, such as `cron(0 0 1 * ? *)`. */
  readonly expression: string;
  readonly timeZone: string;
  readonly target: FunctionId;
  /** May hold Scheduler's context words, such as `<aws.scheduler.scheduled-time>`. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** A route of the HTTP API; none yet in this part. */
export interface RouteSpec {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly target: FunctionId;
  readonly authorizer: 'jwt' | 'none';
}

export interface Catalog {
  readonly tables: Readonly<Record<TableId, TableSpec>>;
  readonly buckets: Readonly<Record<BucketId, BucketSpec>>;
  readonly secrets: Readonly<Record<SecretId, { readonly name: string; readonly purpose: string }>>;
  readonly topics: Readonly<Record<TopicId, { readonly name: string; readonly purpose: string }>>;
  readonly functions: Readonly<Record<FunctionId, FunctionSpec>>;
  readonly rules: readonly RuleSpec[];
  readonly schedules: readonly ScheduleSpec[];
  readonly routes: readonly RouteSpec[];
}

const text = (name: string): KeyAttribute => ({ name, type: 'S' });

/**
 * The catalogue of one deployment.
 *
 * @param config - names, prefix and settings of the stage
 */
export const makeCatalog = (config: Config): Catalog => {
  const lambda = (name: string) => `${config.prefix}-${name}`;
  const readsJournals: Access = { table: 'app', actions: ['Query'] };
  // Scanning the index shows profiles only; the table itself is scanned where there is no index.
  const findsUsers: readonly Access[] =
    config.userIndex === ''
      ? [{ table: 'app', actions: ['Query', 'Scan'] }]
      : [readsJournals, { table: 'app', index: config.userIndex, actions: ['Scan'] }];
  const extractor = (name: string, folder: string, description: string): FunctionSpec => ({
    name: lambda(name),
    entry: `lambdas/${folder}/handler.ts`,
    description,
    memoryMb: 1024,
    timeoutSeconds: 60,
    environment: { TABLE_NAME: { table: 'app' } },
    access: [readsJournals],
  });
  const sentiment = extractor(
    'extractSentimentFeatures',
    'extract-sentiment-features',
    'The 14 sentiment features of one user or a batch',
  );

  return {
    tables: {
      app: {
        name: config.tableName,
        partitionKey: text('PK'),
        sortKey: text('SK'),
        indexes:
          config.userIndex === ''
            ? []
            : [
                {
                  name: config.userIndex,
                  partitionKey: text('userId'),
                  include: ['type', 'timezone', 'mlOptOut'],
                },
              ],
        purpose: "The app's own table: profiles, moods, chats, selfies, sessions. Health data.",
      },
      trainingJobs: {
        name: config.trainingJobsTable,
        partitionKey: text('jobId'),
        indexes: [],
        purpose: 'One row per dataset run and per training job. No personal data.',
      },
      modelRegistry: {
        name: config.modelRegistryTable,
        partitionKey: text('modelName'),
        sortKey: { name: 'version', type: 'N' },
        indexes: [],
        purpose: 'Model versions, their metrics and whether the gate approved them. No personal data.',
      },
      sampleLineage: {
        name: config.sampleLineageTable,
        partitionKey: text('PK'),
        sortKey: text('SK'),
        indexes: [],
        purpose:
          'Which person is which sample of which dataset, for erasure. The only link; locked to one writer.',
      },
    },
    buckets: {
      mlModels: {
        name: `${config.prefix}-ml-models-{account}`,
        versioned: true,
        purpose: 'Datasets without names, training output, models.',
      },
    },
    secrets: {
      sampleId: {
        name: `${config.prefix}/sample-id-secret`,
        purpose: 'Keys the shuffle that numbers samples.',
      },
    },
    topics: {
      alerts: { name: `${config.prefix}-alerts`, purpose: 'Failed jobs and alarms, for people.' },
    },
    functions: {
      extractMoodFeatures: extractor(
        'extractMoodFeatures',
        'extract-mood-features',
        'The 20 mood features of one user or a batch',
      ),
      extractBehavioralFeatures: extractor(
        'extractBehavioralFeatures',
        'extract-behavioral-features',
        'The 15 behavioural features of one user or a batch',
      ),
      extractSentimentFeatures: {
        ...sentiment,
        environment: { ...sentiment.environment, SENTIMENT_PROVIDER: config.sentimentProvider },
        access:
          config.sentimentProvider === 'comprehend'
            ? [readsJournals, { service: 'comprehend', actions: ['BatchDetectSentiment'] }]
            : [readsJournals],
      },
      prepareTrainingData: {
        name: lambda('prepareTrainingData'),
        entry: 'lambdas/prepare-training-data/handler.ts',
        description: 'Labelled, anonymised, balanced train and validation files from the app table',
        memoryMb: 2048,
        timeoutSeconds: 900,
        environment: {
          TABLE_NAME: { table: 'app' },
          USER_INDEX: config.userIndex,
          TRAINING_JOBS_TABLE: { table: 'trainingJobs' },
          SAMPLE_LINEAGE_TABLE: { table: 'sampleLineage' },
          ML_MODELS_BUCKET: { bucket: 'mlModels' },
          SAMPLE_ID_SECRET: { secret: 'sampleId' },
          MOOD_FUNCTION: { function: 'extractMoodFeatures' },
          BEHAVIORAL_FUNCTION: { function: 'extractBehavioralFeatures' },
          SENTIMENT_FUNCTION: { function: 'extractSentimentFeatures' },
          TRIGGER_FUNCTION: { function: 'triggerModelTraining' },
          USER_CONCURRENCY: String(config.userConcurrency),
        },
        access: [
          ...findsUsers,
          { table: 'trainingJobs', actions: ['GetItem', 'PutItem', 'UpdateItem'] },
          { table: 'sampleLineage', actions: ['BatchWriteItem', 'PutItem'] },
          {
            bucket: 'mlModels',
            prefix: 'training/',
            actions: ['GetObject', 'PutObject', 'AbortMultipartUpload', 'DeleteObject'],
          },
          { secret: 'sampleId', actions: ['GetSecretValue'] },
          { function: 'extractMoodFeatures', actions: ['InvokeFunction'] },
          { function: 'extractBehavioralFeatures', actions: ['InvokeFunction'] },
          { function: 'extractSentimentFeatures', actions: ['InvokeFunction'] },
          { function: 'triggerModelTraining', actions: ['InvokeFunction'] },
        ],
      },
      triggerModelTraining: {
        name: lambda('triggerModelTraining'),
        entry: 'lambdas/trigger-model-training/handler.ts',
        description: 'Starts one SageMaker training job per distinct dataset',
        memoryMb: 512,
        timeoutSeconds: 120,
        environment: {
          TRAINING_JOBS_TABLE: { table: 'trainingJobs' },
          ML_MODELS_BUCKET: { bucket: 'mlModels' },
          TRAINING_IMAGE: { training: 'imageUri' },
          TRAINING_ROLE_ARN: { training: 'roleArn' },
          TRAINING_VOLUME_KEY: { training: 'volumeKeyId' },
          TRAINING_OUTPUT_KEY: { training: 'outputKeyId' },
          TRAINING_INSTANCE_TYPE: config.trainingInstanceType,
          TRAINING_USE_SPOT: String(config.trainingUseSpot),
          TRAINING_JOB_PREFIX: config.prefix,
        },
        access: [
          { table: 'trainingJobs', actions: ['GetItem', 'PutItem', 'UpdateItem'] },
          { bucket: 'mlModels', prefix: 'training/', actions: ['GetObject'] },
          { training: 'jobs', actions: ['CreateTrainingJob', 'AddTags', 'DescribeTrainingJob'] },
        ],
      },
      recordTrainingJobState: {
        name: lambda('recordTrainingJobState'),
        entry: 'lambdas/record-training-job-state/handler.ts',
        description: 'Follows training jobs to their end, registers models and applies the gate',
        memoryMb: 512,
        timeoutSeconds: 120,
        environment: {
          TRAINING_JOBS_TABLE: { table: 'trainingJobs' },
          MODEL_REGISTRY_TABLE: { table: 'modelRegistry' },
          ML_MODELS_BUCKET: { bucket: 'mlModels' },
          ALERT_TOPIC_ARN: { topic: 'alerts' },
        },
        access: [
          { table: 'trainingJobs', actions: ['GetItem', 'PutItem', 'UpdateItem'] },
          { table: 'modelRegistry', actions: ['Query', 'GetItem', 'PutItem', 'UpdateItem'] },
          { bucket: 'mlModels', prefix: 'models/', actions: ['GetObject'] },
          { training: 'jobs', actions: ['DescribeTrainingJob'] },
          { topic: 'alerts', actions: ['Publish'] },
        ],
      },
    },
    rules: [
      {
        name: lambda('training-job-state'),
        description: 'Every state change of our training jobs',
        source: 'aws.sagemaker',
        detailType: 'SageMaker Training Job State Change',
        detailPrefixes: { TrainingJobName: `${config.prefix}-` },
        target: 'recordTrainingJobState',
      },
    ],
    schedules: [
      {
        name: lambda('monthly-training'),
        description:
          'Prepares fresh training data, which in turn starts training, on the first of each month',
        expression: 'cron(0 0 1 * ? *)',
        timeZone: config.scheduleTimeZone,
        target: 'prepareTrainingData',
        input: { idempotencyKey: 'monthly-<aws.scheduler.scheduled-time>' },
      },
    ],
    routes: [],
  };
};

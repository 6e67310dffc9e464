import type { Access } from './catalog-access.ts';
import { tombstoneAccess, tombstoneEnvironment } from './catalog-audit.ts';
import type { TrainingFunctionId } from './catalog-ids.ts';
import type { FunctionSpec } from './catalog-shapes.ts';
import type { Config } from './config.ts';

/**
 * The functions from journals to a model, with what each runs on, is told and may do.
 *
 * @param config - names, prefix and settings of the stage
 */
export const catalogFunctions = (config: Config): Readonly<Record<TrainingFunctionId, FunctionSpec>> => {
  const lambda = (name: string) => `${config.prefix}-${name}`;
  const readsJournals: Access = { table: 'app', actions: ['Query'] };
  // Scanning the index shows profiles only; the table itself is scanned where there is no index.
  const findsUsers: readonly Access[] =
    config.userIndex === ''
      ? [{ table: 'app', actions: ['Query', 'Scan'] }]
      : [readsJournals, { table: 'app', index: config.userIndex, actions: ['Scan'] }];
  const extractor = (name: string, folder: string, description: string): FunctionSpec => ({
    name: lambda(name),
    stack: 'training',
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
      stack: 'training',
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
        ...tombstoneEnvironment,
        TRAINING_WORK_BUCKET: { bucket: 'trainingWork' },
        TRAINING_PIPELINE_ARN: { workflow: 'trainingPipeline' },
        DIRECT_MODE_MAX_USERS: String(config.directModeMaxUsers),
        USER_CONCURRENCY: String(config.userConcurrency),
      },
      access: [
        ...findsUsers,
        ...tombstoneAccess,
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
        { workflow: 'trainingPipeline', actions: ['StartExecution', 'DescribeExecution'] },
        // The manifest of a run that the pipeline has sealed and not published.
        { bucket: 'trainingWork', prefix: 'runs/', actions: ['GetObject'] },
      ],
    },
    triggerModelTraining: {
      name: lambda('triggerModelTraining'),
      stack: 'training',
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
      stack: 'training',
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
        // A wearable detector is published: unpacked from its archive.
        { bucket: 'mlModels', prefix: 'models/lstm-autoencoder/', actions: ['PutObject'] },
        { training: 'jobs', actions: ['DescribeTrainingJob'] },
        { topic: 'alerts', actions: ['Publish'] },
      ],
    },
  };
};

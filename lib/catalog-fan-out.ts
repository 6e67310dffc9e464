import type { Access } from './catalog-access.ts';
import { tombstoneAccess, tombstoneEnvironment } from './catalog-audit.ts';
import type { FanOutBucketId, FanOutFunctionId } from './catalog-ids.ts';
import type { Catalog, FunctionSpec, WorkflowSpec } from './catalog-shapes.ts';
import type { Config } from './config.ts';
import { fanOutDefinition } from './fan-out.ts';

/** Step Functions lets a failed execution be redriven for 14 days; what it needs then must still be there. */
const workDays = 15;
const dayInSeconds = 86_400;

/** @param config - prefix of the stage */
export const fanOutBuckets = (config: Config): Pick<Catalog['buckets'], FanOutBucketId> => ({
  trainingWork: {
    name: `${config.prefix}-training-work-{account}`,
    versioned: false,
    expireDays: workDays,
    purpose:
      'What the steps of a run put down for each other: who is in which shard, rows on their way. Health data.',
  },
});

/**
 * The steps of the training pipeline.
 *
 * @param config - names, prefix and settings of the stage
 */
export const fanOutFunctions = (config: Config): Pick<Catalog['functions'], FanOutFunctionId> => {
  const work: Access = {
    bucket: 'trainingWork',
    prefix: 'runs/',
    actions: ['GetObject', 'PutObject', 'ListBucket'],
  };
  const step = (
    name: string,
    folder: string,
    spec: Pick<FunctionSpec, 'description' | 'memoryMb' | 'timeoutSeconds' | 'environment' | 'access'>,
  ): FunctionSpec => ({
    ...spec,
    name: `${config.prefix}-${name}`,
    stack: 'training',
    entry: `lambdas/${folder}/handler.ts`,
    environment: { TRAINING_WORK_BUCKET: { bucket: 'trainingWork' }, ...spec.environment },
  });
  const sentiment: readonly Access[] =
    config.sentimentProvider === 'comprehend'
      ? [{ service: 'comprehend', actions: ['BatchDetectSentiment'] }]
      : [];
  return {
    listTrainingShards: step('listTrainingShards', 'list-training-shards', {
      description: 'Opens a run of the training pipeline and lists people into shards',
      memoryMb: 1024,
      timeoutSeconds: 900,
      environment: {
        TABLE_NAME: { table: 'app' },
        USER_INDEX: config.userIndex,
        TRAINING_JOBS_TABLE: { table: 'trainingJobs' },
        USERS_PER_SHARD: String(config.usersPerShard),
        ...tombstoneEnvironment,
      },
      access: [
        config.userIndex === ''
          ? { table: 'app', actions: ['Scan'] }
          : { table: 'app', index: config.userIndex, actions: ['Scan'] },
        { table: 'trainingJobs', actions: ['GetItem', 'PutItem', 'UpdateItem'] },
        ...tombstoneAccess,
        work,
      ],
    }),
    extractTrainingShard: step('extractTrainingShard', 'extract-training-shard', {
      description: 'Labels and the 49 features of one shard, each person read once',
      memoryMb: 1024,
      timeoutSeconds: 900,
      environment: {
        TABLE_NAME: { table: 'app' },
        SENTIMENT_PROVIDER: config.sentimentProvider,
        USER_CONCURRENCY: String(config.userConcurrency),
      },
      access: [{ table: 'app', actions: ['Query'] }, work, ...sentiment],
    }),
    planTrainingParts: step('planTrainingParts', 'plan-training-parts', {
      description: 'Sums what the shards found and fixes split, balance and sample ids',
      memoryMb: 3008,
      timeoutSeconds: 900,
      environment: { SAMPLE_ID_SECRET: { secret: 'sampleId' } },
      access: [{ secret: 'sampleId', actions: ['GetSecretValue'] }, work],
    }),
    writeTrainingPart: step('writeTrainingPart', 'write-training-part', {
      description: 'Writes one shard of the dataset as the plan has it',
      memoryMb: 1024,
      timeoutSeconds: 300,
      environment: {
        ML_MODELS_BUCKET: { bucket: 'mlModels' },
        SAMPLE_LINEAGE_TABLE: { table: 'sampleLineage' },
      },
      access: [
        work,
        { bucket: 'mlModels', prefix: 'training/', actions: ['PutObject', 'AbortMultipartUpload'] },
        { table: 'sampleLineage', actions: ['BatchWriteItem', 'PutItem'] },
      ],
    }),
    completeTrainingDataset: step('completeTrainingDataset', 'complete-training-dataset', {
      description: 'Makes the parts one dataset, exactly once, and starts its training',
      memoryMb: 2048,
      timeoutSeconds: 900,
      environment: {
        ML_MODELS_BUCKET: { bucket: 'mlModels' },
        TRAINING_JOBS_TABLE: { table: 'trainingJobs' },
        TRIGGER_FUNCTION: { function: 'triggerModelTraining' },
      },
      access: [
        { ...work, actions: [...work.actions, 'DeleteObject'] },
        {
          bucket: 'mlModels',
          prefix: 'training/',
          actions: ['GetObject', 'PutObject', 'AbortMultipartUpload', 'DeleteObject', 'ListBucket'],
        },
        { table: 'trainingJobs', actions: ['GetItem', 'UpdateItem'] },
        { function: 'triggerModelTraining', actions: ['InvokeFunction'] },
      ],
    }),
  };
};

/**
 * The workflows of the catalogue.
 *
 * @param config - names, prefix and settings of the stage
 */
export const workflows = (config: Config): Catalog['workflows'] => {
  const functions = fanOutFunctions(config);
  const step = (id: FanOutFunctionId, forEachItem = false) => ({
    function: id,
    timeoutSeconds: functions[id].timeoutSeconds + 10,
    forEachItem,
  });
  const trainingPipeline: WorkflowSpec = {
    name: `${config.prefix}-training-pipeline`,
    stack: 'training',
    description: 'Training data of more people than one function takes on, and training on it',
    bucket: 'trainingWork',
    prefix: 'runs/',
    functions: [
      'listTrainingShards',
      'extractTrainingShard',
      'planTrainingParts',
      'writeTrainingPart',
      'completeTrainingDataset',
    ],
    definition: fanOutDefinition({
      comment: 'From journals to a dataset in parts, and training on it; see docs/scale.md',
      bucket: 'trainingWork',
      steps: [
        step('listTrainingShards'),
        step('extractTrainingShard', true),
        step('planTrainingParts'),
        step('writeTrainingPart', true),
        step('completeTrainingDataset'),
      ],
      maxConcurrency: config.pipelineConcurrency,
      toleratedFailurePercent: config.toleratedShardFailurePercent,
      timeoutSeconds: dayInSeconds,
    }),
  };
  return { trainingPipeline };
};

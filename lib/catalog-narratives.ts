import type { Access } from './catalog-access.ts';
import { tombstoneAccess, tombstoneEnvironment } from './catalog-audit.ts';
import type { NarrativeFunctionId, NarrativeTableId } from './catalog-ids.ts';
import type { Catalog, FunctionSpec, QueueSpec, RuleSpec, ScheduleSpec } from './catalog-shapes.ts';
import type { Config } from './config.ts';
import { ownName } from './own-name.ts';

/**
 * Who has written which line, whose pseudonym is whose, and the records that narratives were made from.
 *
 * @param config - names of the stage
 */
export const narrativeTables = (config: Config): Pick<Catalog['tables'], NarrativeTableId> => ({
  trainingExamples: {
    name: config.trainingExamplesTable,
    partitionKey: { name: 'PK', type: 'S' },
    indexes: [],
    purpose: 'Which training line is written where, by content hash; parts folded. Names nobody.',
  },
  pseudonymKeys: {
    name: config.pseudonymKeysTable,
    partitionKey: { name: 'PK', type: 'S' },
    indexes: [],
    purpose: "Each person's own key, the only link from a line to a person; locked to the formatter.",
  },
  healthRecords: {
    name: config.healthRecordsTable,
    partitionKey: { name: 'PK', type: 'S' },
    sortKey: { name: 'SK', type: 'S' },
    indexes: [],
    purpose: 'Records decoded from health exports, for features. Health data.',
  },
});

/**
 * Health exports in, training lines out.
 *
 * @param config - prefix of the stage
 */
export const narrativeBuckets = (config: Config): Pick<Catalog['buckets'], 'healthData'> => ({
  healthData: {
    name: `${config.prefix}-health-data-{account}`,
    versioned: true,
    announces: true,
    purpose: 'Health exports under raw/, training lines, and what was set aside. Health data.',
  },
});

const formatTimeoutSeconds = 120;

/**
 * The functions that read health exports, write training lines and fold those into files.
 *
 * @param config - names and settings of the stage
 */
export const narrativeFunctions = (config: Config): Readonly<Record<NarrativeFunctionId, FunctionSpec>> => {
  const stem = config.trainingDataPrefix.replace(/\/$/, '');
  const environment = {
    HEALTH_DATA_BUCKET: { bucket: 'healthData' },
    TRAINING_EXAMPLES_TABLE: { table: 'trainingExamples' },
    TRAINING_DATA_PREFIX: config.trainingDataPrefix,
  } as const;
  const inBucket = (prefix: string, actions: Extract<Access, { bucket: unknown }>['actions']): Access => ({
    bucket: 'healthData',
    prefix,
    actions,
  });
  return {
    formatTrainingNarrative: {
      name: ownName(config, 'formatTrainingNarrative'),
      stack: 'narratives',
      entry: 'lambdas/format-training-narrative/handler.ts',
      description: 'Clinical narratives into training lines, each once; from the queue, or invoked directly',
      memoryMb: 1024,
      timeoutSeconds: formatTimeoutSeconds,
      environment: {
        ...environment,
        TABLE_NAME: { table: 'app' },
        PSEUDONYM_KEYS_TABLE: { table: 'pseudonymKeys' },
        ...tombstoneEnvironment,
        DEDUPLICATE: String(config.deduplicate),
        LINE_SETTINGS: JSON.stringify({
          customInstructions: config.customInstructions ?? {},
          instructionDiversity: config.instructionDiversity,
          pseudonyms: config.pseudonyms,
          includeMetadata: config.includeMetadata,
          includeClinicalInsights: config.includeClinicalInsights,
          format: config.format,
          identifyingText: config.identifyingText,
          minQualityScore: config.minQualityScore,
        }),
      },
      access: [
        { queue: 'narratives', actions: ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'] },
        { table: 'app', actions: ['BatchGetItem'] },
        { table: 'pseudonymKeys', actions: ['BatchGetItem', 'PutItem'] },
        ...tombstoneAccess,
        { table: 'trainingExamples', actions: ['GetItem', 'PutItem', 'BatchGetItem', 'BatchWriteItem'] },
        inBucket(`${stem}-parts/`, ['GetObject', 'PutObject', 'ListBucket']),
        inBucket('quarantine/', ['PutObject']),
      ],
    },
    importHealthRecords: {
      name: ownName(config, 'importHealthRecords'),
      stack: 'narratives',
      entry: 'lambdas/import-health-records/handler.ts',
      description: 'Reads a health export: its records into the table, their narrative into the queue',
      memoryMb: 1024,
      timeoutSeconds: 300,
      environment: {
        HEALTH_DATA_BUCKET: { bucket: 'healthData' },
        HEALTH_RECORDS_TABLE: { table: 'healthRecords' },
        NARRATIVES_QUEUE_URL: { queue: 'narratives' },
        ...tombstoneEnvironment,
      },
      access: [
        inBucket('raw/', ['GetObject', 'ListBucket']),
        inBucket('quarantine/', ['PutObject']),
        { table: 'healthRecords', actions: ['PutItem'] },
        ...tombstoneAccess,
        { queue: 'narratives', actions: ['SendMessage'] },
      ],
    },
    compactTrainingData: {
      name: ownName(config, 'compactTrainingData'),
      stack: 'narratives',
      entry: 'lambdas/compact-training-data/handler.ts',
      description: "Folds the parts that wait into their months' training files",
      memoryMb: 1024,
      timeoutSeconds: 900,
      environment: { ...environment, MAX_FILE_BYTES: String(config.maxFileBytes) },
      access: [
        { table: 'trainingExamples', actions: ['BatchWriteItem'] },
        inBucket(config.trainingDataPrefix, ['GetObject', 'PutObject', 'AbortMultipartUpload', 'ListBucket']),
        inBucket(`${stem}-parts/`, ['GetObject', 'DeleteObject', 'ListBucket']),
        inBucket(`${stem}-folds/`, ['GetObject', 'PutObject', 'DeleteObject', 'ListBucket']),
      ],
    },
  };
};

/**
 * The queue that feeds the formatter.
 *
 * @param config - prefix of the stage
 */
export const narrativeQueues = (config: Config): Readonly<Record<'narratives', QueueSpec>> => ({
  narratives: {
    name: `${config.prefix}-narratives`,
    purpose: 'Narratives to be formatted, one or a batch a message. Health data.',
    visibilityTimeoutSeconds: 6 * formatTimeoutSeconds,
    maxReceiveCount: 5,
    batchSize: 10,
    maxConcurrency: 10,
    consumer: 'formatTrainingNarrative',
  },
});

/**
 * What starts the import.
 *
 * @param config - prefix of the stage
 */
export const narrativeRules = (config: Config): readonly RuleSpec[] => [
  {
    name: `${config.prefix}-health-export`,
    description: 'Every new health export under raw/',
    source: 'aws.s3',
    detailType: 'Object Created',
    bucket: 'healthData',
    detailPrefixes: { 'object.key': 'raw/' },
    target: 'importHealthRecords',
  },
];

/**
 * When parts are folded.
 *
 * @param config - prefix of the stage
 */
export const narrativeSchedules = (config: Config): readonly ScheduleSpec[] => [
  {
    name: `${config.prefix}-hourly-compaction`,
    description: 'Folds training lines into their files every hour',
    expression: 'cron(0 * * * ? *)',
    timeZone: 'UTC',
    target: 'compactTrainingData',
    input: {},
  },
];

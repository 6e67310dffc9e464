import * as z from 'zod';
import { httpsSetting, regionSetting, tableNameSetting, timeZoneSetting } from './setting-schemas.ts';

const settings = z.strictObject({
  /** Before every name that is ours to choose. @default mindmate */
  prefix: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,18}[a-z0-9]$/, 'must be 3–20 of a–z, 0–9 and -')
    .default('mindmate'),
  /** The app's table. @default EmoCompanion, or {prefix}-EmoCompanion when we create it under another prefix */
  tableName: tableNameSetting,
  /** Use a table that exists already instead of creating it. @default false */
  importAppTable: z.boolean().default(false),
  /** The customer-managed key of an imported table, so that functions may decrypt it. @default none */
  importedTableKeyArn: z.string().startsWith('arn:').optional(),
  /** Index on userId that only profiles carry; empty: scan the table itself. @default UserIndex */
  userIndex: z
    .string()
    .regex(/^([a-zA-Z0-9_.-]{3,255})?$/, 'must be an index name, or empty for none')
    .default('UserIndex'),
  /** @default MindMate-TrainingJobs, or {prefix}-TrainingJobs under another prefix */
  trainingJobsTable: tableNameSetting,
  /** @default MindMate-ModelRegistry, or {prefix}-ModelRegistry under another prefix */
  modelRegistryTable: tableNameSetting,
  /** @default MindMate-SampleLineage, or {prefix}-SampleLineage under another prefix */
  sampleLineageTable: tableNameSetting,
  /** What watches send. @default HealthMetrics, or {prefix}-HealthMetrics under another prefix */
  healthMetricsTable: tableNameSetting,
  /** @default MindMate-DeviceKeys, or {prefix}-DeviceKeys under another prefix */
  deviceKeysTable: tableNameSetting,
  /** @default MindMate-AnomalyAlerts, or {prefix}-AnomalyAlerts under another prefix */
  anomalyAlertsTable: tableNameSetting,
  /** Who has written which training line. @default MindMate-TrainingExamples, or {prefix}-TrainingExamples */
  trainingExamplesTable: tableNameSetting,
  /** @default MindMate-PseudonymKeys, or {prefix}-PseudonymKeys under another prefix */
  pseudonymKeysTable: tableNameSetting,
  /** Records of imported health exports. @default wellcast-HealthRecords, or {prefix}-HealthRecords */
  healthRecordsTable: tableNameSetting,
  /** Where training files lie in the health data bucket; parts lie beside it. @default training/ */
  trainingDataPrefix: z
    .string()
    .regex(/^(?!raw\/|quarantine\/)([a-z0-9-]{1,60}\/){1,5}$/, 'must be a folder such as training/, not raw/')
    .default('training/'),
  /** Whether a narrative that was formatted before is refused as a duplicate. @default true */
  deduplicate: z.boolean().default(true),
  /** What a training line looks like; messages is the chat form that TRL takes. @default instruction */
  format: z.enum(['instruction', 'messages']).default('instruction'),
  /** Whether user and correlation ids in lines are pseudonyms. @default true */
  pseudonyms: z.boolean().default(true),
  /** @default true */
  includeMetadata: z.boolean().default(true),
  /** @default true */
  includeClinicalInsights: z.boolean().default(true),
  /** Instruction and input vary with the content, always alike for the same. @default false */
  instructionDiversity: z.boolean().default(false),
  /** By record type: the instruction, or instruction and input. @default none */
  customInstructions: z
    .record(
      z.string(),
      z.union([
        z.string().min(1),
        z.strictObject({ instruction: z.string().min(1), input: z.string().min(1).optional() }),
      ]),
    )
    .refine((given) => JSON.stringify(given).length <= 2500, 'must not exceed 2,500 characters as JSON')
    .optional(),
  /** What becomes of identifying text in a narrative: masked and counted, or the example set aside. @default mask */
  identifyingText: z.enum(['mask', 'quarantine']).default('mask'),
  /** Below it an example is refused. @default 0 */
  minQualityScore: z.number().min(0).max(1).default(0),
  /** A training file that might outgrow it is full, and the next one begins. @default 64 MiB */
  maxFileBytes: z
    .int()
    .min(2 * 1024 * 1024)
    .max(5 * 1024 ** 3)
    .default(64 * 1024 * 1024),
  /** Folder of one version of the wearable model, to stay with it. @default empty: the registry's live version */
  modelPath: z
    .string()
    .regex(/^(s3:\/\/[^/]+\/.+)?$/, 'must be s3://bucket/folder/, or empty for the live version')
    .default(''),
  /** Who issues the tokens that the API accepts. @default a Cognito user pool of our own */
  jwtIssuer: httpsSetting.optional(),
  /** For whom such a token must be (`aud`, or `client_id` where there is none). @default our pool's client */
  jwtAudience: z.array(z.string().min(1)).min(1).max(50).optional(),
  /** Syncs a second that the API takes from all watches together; beyond it, and twice that at once, 429. */
  syncsPerSecond: z.int().min(1).max(5_000).default(100),
  /** Environments of the scoring function kept warm, paid for by the hour. @default none */
  provisionedConcurrency: z.int().min(1).optional(),
  /** The region of the API; set, CloudFront with a WAF stands in front of it. @default no CloudFront */
  edgeOriginRegion: regionSetting.optional(),
  /** The region of the API; set, the dashboard's page gets a bucket and CloudFront. @default no dashboard in AWS */
  dashboardOriginRegion: regionSetting.optional(),
  /** Where the dashboard is once it is deployed: its sign-in, by our user pool, comes back there. @default no sign-in */
  dashboardUrl: httpsSetting
    .regex(
      /^https:\/\/[^/]+$/,
      'must be an https address without a path, such as https://d111.cloudfront.net',
    )
    .optional(),
  /** Where sentiment is scored. @default lexicon: inside the function, nothing leaves it, nothing is paid */
  sentimentProvider: z.enum(['lexicon', 'comprehend']).default('lexicon'),
  /** Users worked on at once by prepareTrainingData. @default 25 */
  userConcurrency: z.int().min(1).max(200).default(25),
  /** Above so many users prepareTrainingData hands over to the training pipeline. @default 5,000 */
  directModeMaxUsers: z.int().min(0).max(20_000).default(5_000),
  /** Users in one shard of the pipeline. @default 500 */
  usersPerShard: z.int().min(1).max(5_000).default(500),
  /** Shards that the pipeline works on at once; each takes one invocation of a function. @default 40 */
  pipelineConcurrency: z.int().min(1).max(1_000).default(40),
  /** Shards, in percent, that may fail for good without failing the run; their users count as failed. @default 0 */
  toleratedShardFailurePercent: z.int().min(0).max(100).default(0),
  trainingInstanceType: z.string().startsWith('ml.').default('ml.m5.large'),
  /** Spot capacity with a checkpoint: up to 90 % cheaper, may be interrupted and resumes. @default true */
  trainingUseSpot: z.boolean().default(true),
  /** What serves customer-health: serverless costs nothing while idle; real-time is always there. @default serverless */
  endpointMode: z.enum(['serverless', 'real-time']).default('serverless'),
  /** Of a serverless endpoint. @default 2048 */
  endpointMemoryMb: z
    .int()
    .refine((size) => size % 1024 === 0 && size >= 1024 && size <= 6144, 'must be 1024, 2048, … or 6144')
    .default(2048),
  /** Requests that a serverless endpoint works on at once. @default 5 */
  endpointMaxConcurrency: z.int().min(1).max(200).default(5),
  /** Of a real-time endpoint. @default ml.m5.large */
  endpointInstanceType: z.string().startsWith('ml.').default('ml.m5.large'),
  /** Of a real-time endpoint; from two on, half of the traffic tries a new version first. @default 2 */
  endpointInstanceCount: z.int().min(1).max(20).default(2),
  /** Between the two passes of an erasure: longer than any function may have been at work. @default 1,200 */
  erasureSettleSeconds: z.int().min(0).max(86_400).default(1_200),
  scheduleTimeZone: timeZoneSetting.default('UTC'),
  /** Reserved concurrency per function; new accounts cannot reserve any. @default none reserved */
  reservedConcurrency: z.int().min(1).optional(),
  logRetentionDays: z
    .union([z.literal(30), z.literal(90), z.literal(180), z.literal(365), z.literal(731)])
    .default(365),
  /** Where alarms are sent by e-mail. @default nobody subscribed */
  alertEmail: z.email().optional(),
  /** Monthly budget in US dollars that raises an alert at 80 and 100 %. @default no budget */
  monthlyBudgetUsd: z.number().positive().optional(),
});

/** Every setting and its schema, for those who list or read them one at a time. */
export const configFields = settings.shape;

/**
 * Settings of one stage. Every field has a default, so `Config.parse({})` is a deployable configuration;
 * an unknown field is refused, since a misspelt setting must not pass as a default.
 */
export const Config = settings
  .refine((given) => given.importAppTable || given.importedTableKeyArn === undefined, {
    path: ['importedTableKeyArn'],
    message: 'is the key of an imported table: set importAppTable to true as well',
  })
  .refine((given) => (given.jwtIssuer === undefined) === (given.jwtAudience === undefined), {
    path: ['jwtIssuer'],
    message: 'and jwtAudience are set together, or neither',
  })
  .refine((given) => given.dashboardUrl === undefined || given.jwtIssuer === undefined, {
    path: ['dashboardUrl'],
    message: 'is for our own user pool: with jwtIssuer, register the dashboard there',
  })
  .refine(
    ({ provisionedConcurrency = 0, reservedConcurrency = Number.POSITIVE_INFINITY }) =>
      provisionedConcurrency <= reservedConcurrency,
    { path: ['provisionedConcurrency'], message: 'must not be more than reservedConcurrency' },
  )
  .transform((given) => {
    // The first deployment has the names people know; a second prefix in one account must not collide with it.
    const first = given.prefix === 'mindmate';
    const ours = (name: string) => `${first ? 'MindMate' : given.prefix}-${name}`;
    const createdAppTable = first ? 'EmoCompanion' : `${given.prefix}-EmoCompanion`;
    return {
      ...given,
      tableName: given.tableName ?? (given.importAppTable ? 'EmoCompanion' : createdAppTable),
      trainingJobsTable: given.trainingJobsTable ?? ours('TrainingJobs'),
      modelRegistryTable: given.modelRegistryTable ?? ours('ModelRegistry'),
      sampleLineageTable: given.sampleLineageTable ?? ours('SampleLineage'),
      healthMetricsTable: given.healthMetricsTable ?? (first ? 'HealthMetrics' : ours('HealthMetrics')),
      deviceKeysTable: given.deviceKeysTable ?? ours('DeviceKeys'),
      anomalyAlertsTable: given.anomalyAlertsTable ?? ours('AnomalyAlerts'),
      trainingExamplesTable: given.trainingExamplesTable ?? ours('TrainingExamples'),
      pseudonymKeysTable: given.pseudonymKeysTable ?? ours('PseudonymKeys'),
      healthRecordsTable:
        given.healthRecordsTable ?? (first ? 'wellcast-HealthRecords' : ours('HealthRecords')),
    };
  });

export type Config = z.infer<typeof Config>;

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { goodMetrics } from './model-metrics.ts';

export const bucket = 'mindmate-ml-models-000000000000';
/** What the functions are told, as lib/catalog.ts has it for account 000000000000. */
export const environment: Readonly<Record<string, string>> = {
  TABLE_NAME: 'EmoCompanion',
  USER_INDEX: 'UserIndex',
  TRAINING_JOBS_TABLE: 'MindMate-TrainingJobs',
  MODEL_REGISTRY_TABLE: 'MindMate-ModelRegistry',
  SAMPLE_LINEAGE_TABLE: 'MindMate-SampleLineage',
  ML_MODELS_BUCKET: bucket,
  SAMPLE_ID_SECRET: 'mindmate/sample-id-secret',
  MOOD_FUNCTION: 'mindmate-extractMoodFeatures',
  BEHAVIORAL_FUNCTION: 'mindmate-extractBehavioralFeatures',
  SENTIMENT_FUNCTION: 'mindmate-extractSentimentFeatures',
  TRIGGER_FUNCTION: 'mindmate-triggerModelTraining',
  TRAINING_WORK_BUCKET: 'mindmate-training-work-000000000000',
  TRAINING_PIPELINE_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:mindmate-training-pipeline',
  DIRECT_MODE_MAX_USERS: '5000',
  USERS_PER_SHARD: '5',
  ERASURES_TABLE: 'wellcast-Erasures',
  TOMBSTONE_SECRET: 'mindmate/tombstone-secret',
  USER_CONCURRENCY: '5',
  SENTIMENT_PROVIDER: 'lexicon',
  TRAINING_IMAGE: 'wellcast-crisis:local',
  TRAINING_ROLE_ARN: 'arn:aws:iam::000000000000:role/wellcast-training',
  TRAINING_INSTANCE_TYPE: 'ml.m5.large',
  TRAINING_USE_SPOT: 'true',
  TRAINING_JOB_PREFIX: 'mindmate',
  ALERT_TOPIC_ARN: 'arn:aws:sns:us-east-1:000000000000:mindmate-alerts',
};

/** A container that leaves metrics and nothing else, or fails when it finds the file `fail` in its channel. */
export const container = `
  const fs = require('node:fs'), path = require('node:path'), root = process.env.ML_ROOT;
  const settings = JSON.parse(fs.readFileSync(path.join(root, 'input/config/hyperparameters.json'), 'utf8'));
  if (settings.seed === '13') {
    fs.mkdirSync(path.join(root, 'output'), { recursive: true });
    fs.writeFileSync(path.join(root, 'output/failure'), 'seed 13 is out of luck');
    process.exit(1);
  }
  fs.mkdirSync(path.join(root, 'model'), { recursive: true });
  fs.writeFileSync(path.join(root, 'model/metrics.json'), ${JSON.stringify(JSON.stringify(goodMetrics))});
`;

/** The handler of a function, loaded after its environment is set, as in Lambda. */
export const load = async (name: string): Promise<(event: unknown, context: object) => Promise<unknown>> => {
  const module: { handler: (event: unknown, context: object) => Promise<unknown> } = await import(
    `../../../lambdas/${name}/handler.ts`
  );
  return module.handler;
};

/** All files of a folder as one text. */
export const textsUnder = async (folder: string): Promise<string> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return (
    await Promise.all(files.map((entry) => readFile(path.join(entry.parentPath, entry.name), 'utf8')))
  ).join('\n');
};

import { randomBytes, randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { makeCompactTrainingData } from '../../lambdas/compact-training-data/compact-training-data.ts';
import { makeFormatTrainingNarratives } from '../../lambdas/format-training-narrative/format-training-narratives.ts';
import { makeDynamoDbOptOuts } from '../../lambdas/shared/adapters/dynamodb-opt-outs.ts';
import { makeDynamoDbPseudonymKeys } from '../../lambdas/shared/adapters/dynamodb-pseudonym-keys.ts';
import { makeDynamoDbTrainingClaims } from '../../lambdas/shared/adapters/dynamodb-training-claims.ts';
import { makeS3ConditionalObjects } from '../../lambdas/shared/adapters/s3-conditional-objects.ts';
import { readTrainingLines } from '../../lambdas/shared/narratives/read-training-lines.ts';
import { takeSnapshot } from '../../lambdas/shared/narratives/take-snapshot.ts';
import { trainingLayout } from '../../lambdas/shared/narratives/training-layout.ts';
import type { TrainingMonth } from '../../lambdas/shared/narratives/training-month.ts';
import { LineSettings } from '../../ml/narratives/line/line-settings.ts';
import { NarrativeRequest } from '../../ml/narratives/narrative-request.ts';
import { recordingTelemetry } from '../lambdas/support/recording-telemetry.ts';
import type { TestAws } from '../support/local-aws.ts';

export const bucket = 'mindmate-health-data-000000000000';
const leaseMs = 60_000;

/** The n-th of ever different narratives. */
export const narrative = (n: number, more: { readonly recordType?: string } = {}): NarrativeRequest =>
  NarrativeRequest.parse({
    narrative: `Sleep averaged ${(5 + (n % 300) / 100).toFixed(2)} hours over ${n} nights.`,
    sourceMetadata: {
      bucket: 'health-data',
      key: `raw/SleepSessionRecord/2025/11/15/person${n % 97}_1731628800_${n}.avro`,
      recordType: more.recordType ?? 'SleepSessionRecord',
      userId: `person${n % 97}`,
      correlationId: `correlation-${n}`,
    },
    processingMetadata: {
      duration: 2.3,
      recordCount: n,
      qualityScore: 0.95,
      clinicalInsights: { nights: n },
    },
  });

export interface NarrativeClientOptions {
  /** Of every service. @default the local AWS's own */
  readonly endpoint?: string;
  /** SDK tries of one call. @default 1 */
  readonly maxAttempts?: number;
  readonly maxFileBytes?: number;
  readonly maxPartBytes?: number;
}

/** The real use cases and adapters, in this process, on a local AWS. */
export const narrativeClients = (aws: Pick<TestAws, 'client'>, options: NarrativeClientOptions = {}) => {
  const settings = {
    ...aws.client,
    maxAttempts: options.maxAttempts ?? 1,
    endpoint: options.endpoint ?? aws.client.endpoint,
    requestHandler: { requestTimeout: 60_000, throwOnRequestTimeout: true },
  };
  const dynamoDb = new DynamoDBClient(settings);
  const s3 = new S3Client({ ...settings, forcePathStyle: true });
  const { telemetry, counts, lines: log } = recordingTelemetry();
  const retrying = { sleep: async () => {}, random: () => 0, telemetry };
  const layout = trainingLayout('training/');
  let skewMs = 0;
  const objects = makeS3ConditionalObjects({ ...retrying, client: s3, bucket });
  const shared = {
    objects,
    claims: makeDynamoDbTrainingClaims({
      ...retrying,
      client: dynamoDb,
      tableName: 'MindMate-TrainingExamples',
    }),
    clock: { now: () => Date.now() + skewMs },
    telemetry,
    newId: randomUUID,
    layout,
    maxPartBytes: options.maxPartBytes ?? 1024 * 1024,
  };
  const read = async (month: TrainingMonth): Promise<string[]> => {
    const lines: string[] = [];
    for await (const line of readTrainingLines(objects, await takeSnapshot(objects, layout, month))) {
      lines.push(line);
    }
    return lines;
  };
  return {
    ...shared,
    counts,
    log,
    s3,
    dynamoDb,
    format: makeFormatTrainingNarratives({
      ...shared,
      optOuts: makeDynamoDbOptOuts({ ...retrying, client: dynamoDb, tableName: 'EmoCompanion' }),
      keys: makeDynamoDbPseudonymKeys({
        ...retrying,
        client: dynamoDb,
        tableName: 'MindMate-PseudonymKeys',
        randomBytes,
      }),
      settings: LineSettings.parse({}),
      deduplicate: true,
      leaseMs,
    }),
    compact: makeCompactTrainingData({ ...shared, maxFileBytes: options.maxFileBytes ?? 64 * 1024 * 1024 }),
    read,
    /** As if every lease so far were over. */
    passLease: () => {
      skewMs += leaseMs;
    },
    close: () => {
      dynamoDb.destroy();
      s3.destroy();
    },
  };
};

export const thisMonth = (): TrainingMonth => ({
  domain: 'sleep_wellness',
  month: new Date().toISOString().slice(0, 7),
});

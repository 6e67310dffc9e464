import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KinesisClient } from '@aws-sdk/client-kinesis';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { putRecords } from '../../bin/cli/put-records.ts';
import { makeDynamoDbAlertBooks } from '../../lambdas/shared/adapters/dynamodb-alert-books.ts';
import { makeDynamoDbDeviceKeys } from '../../lambdas/shared/adapters/dynamodb-device-keys.ts';
import { makeDynamoDbPersonKey } from '../../lambdas/shared/adapters/dynamodb-person-key.ts';
import { emptyBook } from '../../lambdas/shared/alert-book/empty-book.ts';
import { makeSdkItemCalls } from '../../lambdas/shared/aws/sdk-item-calls.ts';
import { hashOfDeviceKey, newDeviceKey } from '../../lambdas/shared/device-key.ts';
import { issueToken } from '../../local/http-front/token.ts';
import { pseudonym } from '../../ml/narratives/pseudonym.ts';
import { generateExport } from '../../ml/synthetic/health-connect/generate-export.ts';
import type { TestAws } from '../support/local-aws.ts';
import { preparationClient } from '../support/preparation-client.ts';
import { type AppItem, invoke, invokeByName, putItems } from './app-table.ts';

const dayMs = 86_400_000;
export const asOf = '2026-03-31T23:59:59.999Z';
const admin = { user: 'root', groups: ['admins'] };
const healthBucket = 'mindmate-health-data-000000000000';
const modelsBucket = 'mindmate-ml-models-000000000000';

const at = (day: number) => new Date(Date.parse('2026-03-31T12:00:00Z') + day * dayMs).toISOString();

/** Enough moods for a sample, ahead of which the person is well or low. */
const appItems = (userId: string, isLow: boolean): AppItem[] => {
  const PK = `USER#${userId}`;
  const mood = (day: number, value: number) => ({
    PK,
    SK: `MOOD#${at(day)}`,
    type: 'MOOD',
    timestamp: at(day),
    mood: value,
    notes: `${userId} wrote this`,
  });
  const before = Array.from({ length: 30 }, (_, back) => mood(-back, 4 + ((back * 7) % 5)));
  const ahead = [1, 2, 3, 4].map((day) => mood(day, isLow ? 2 : 7));
  return [{ PK, SK: 'PROFILE', type: 'PROFILE', userId }, ...before, ...ahead];
};

/** The app's data of people, of whom every other one is low. */
export const putPeople = async (aws: TestAws, userIds: readonly string[]): Promise<void> => {
  await putItems(
    aws,
    userIds.flatMap((userId, index) => appItems(userId, index % 2 === 0)),
  );
};

const narrativeOf = (userId: string, text: string) => ({
  narrative: text,
  sourceMetadata: {
    bucket: healthBucket,
    key: `raw/StepsRecord/2026/03/31/${userId}_1774950000000_n1.avro`,
    recordType: 'StepsRecord',
    userId,
    correlationId: `correlation of ${userId}`,
  },
  processingMetadata: { duration: 1, recordCount: 3, qualityScore: 0.9, clinicalInsights: {} },
});

const sync = async (aws: TestAws, userId: string): Promise<void> => {
  const token = await issueToken({
    dataDir: aws.dataDir,
    user: userId,
    groups: [],
    expiresIn: '1h',
    now: Date.now(),
  });
  const metrics = Array.from({ length: 20 }, (_, index) => ({
    userId,
    timestamp: Date.now() - dayMs + index * 5_000,
    deviceId: `watch of ${userId}`,
    metrics: { heartRate: 70 + index, steps: 0, calories: 0, distance: 0, batteryLevel: 90 },
    isAnomalous: false,
    localAnomalyScore: 0.1,
  }));
  // Without a model it is stored and answered 503.
  await fetch(`${aws.apiEndpoint}/health-data/sync`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ metrics }),
  });
};

const putExport = async (aws: TestAws, userId: string, id: string): Promise<void> => {
  const s3 = new S3Client(aws.client);
  const Body = generateExport({
    recordType: 'StepsRecord',
    seed: `${userId}${id}`,
    days: 3,
    exportedAtMs: Date.UTC(2026, 2, 31),
  });
  const Key = `raw/StepsRecord/2026/03/31/${userId}_1774950000000_${id}.avro`;
  await s3.send(new PutObjectCommand({ Bucket: healthBucket, Key, Body, Metadata: { 'user-id': userId } }));
  const unnamed = `raw/StepsRecord/2026/03/31/StepsRecord_${id}.avro`;
  await s3.send(
    new PutObjectCommand({
      Bucket: healthBucket,
      Key: unnamed,
      Body: 'none',
      Metadata: { 'user-id': userId },
    }),
  );
  s3.destroy();
};

const putEvents = async (aws: TestAws, userId: string): Promise<void> => {
  const kinesis = new KinesisClient(aws.client);
  const at = Date.now() - 40 * dayMs;
  const profile = {
    schemaVersion: 1,
    customerId: userId,
    eventId: `${userId}:profile`,
    type: 'profile',
    at,
    signedUpAt: at,
    tier: 'standard',
    channel: 'organic',
    grade: 'high_school',
    subject: 5,
  };
  await putRecords(kinesis, 'mindmate-customer-events', [
    { partitionKey: userId, text: JSON.stringify(profile) },
  ]);
  kinesis.destroy();
};

const putWearableFile = async (aws: TestAws, userIds: readonly string[]): Promise<void> => {
  const s3 = new S3Client(aws.client);
  const rows = userIds.map((userId, index) => `${userId},${index},70,0,0,0`);
  const Body = ['userId,timestamp,heartRate,steps,calories,distance', ...rows, ''].join('\n');
  await s3.send(new PutObjectCommand({ Bucket: modelsBucket, Key: 'training/wearable/normal.csv', Body }));
  s3.destroy();
};

/**
 * Puts data of people through every door that takes any.
 *
 * @param userIds - at least 16
 * @param everywhere - of so many of them into every store, of the others into the app and the datasets only
 */
export const fillStores = async (aws: TestAws, userIds: readonly string[], everywhere = 2): Promise<void> => {
  const thorough = userIds.slice(0, everywhere);
  await putPeople(aws, userIds);
  const client = new DynamoDBClient(aws.client);
  const keys = makeDynamoDbDeviceKeys({ client, tableName: 'MindMate-DeviceKeys', userIndex: 'UserIndex' });
  const books = makeDynamoDbAlertBooks({
    items: makeSdkItemCalls(client),
    tableName: 'MindMate-AnomalyAlerts',
  });
  for (const userId of thorough) {
    // As a sync leaves them that has found something.
    await books.replace(userId, { book: emptyBook, revision: 0 });
    await books.nameAlert({ episodeId: `episode of ${userId}`, userId, startMs: 0 });
    await sync(aws, userId);
    await putExport(aws, userId, 'a1');
    await putEvents(aws, userId);
    const keyHash = hashOfDeviceKey(newDeviceKey()) ?? '';
    await keys.add(keyHash, {
      userId,
      deviceName: `phone of ${userId}`,
      createdAt: new Date().toISOString(),
    });
  }
  client.destroy();
  await aws.settled();
  await invokeByName(aws, 'wellcast-compactTrainingData', {});
  const narratives = thorough.flatMap((userId, index) => [
    narrativeOf(userId, `${1200 + index} steps a day.`),
    narrativeOf(userId, `Set aside </s> of ${userId}.`),
  ]);
  await invokeByName(aws, 'wellcast-formatTrainingNarrative', { requests: narratives });
  await putWearableFile(aws, userIds);
  await invoke(aws, 'prepareTrainingData', {
    asOf,
    minDays: 14,
    triggerTraining: false,
    idempotencyKey: `${Date.now()}`,
  });
  const call = preparationClient(aws);
  for (const userId of thorough) {
    await call(`GET /features/extract?userId=${userId}&startDate=2026-03-25&endDate=2026-03-31`, admin);
  }
  await call('POST /datasets/prepare', { ...admin, body: datasetOf(userIds) });
};

/** A dataset whose rows carry people's ids. */
export const datasetOf = (userIds: readonly string[]) => ({
  datasetId: 'churn',
  source: {
    kind: 'rows',
    rows: userIds.map((customer, index) => ({
      customer,
      age: 20 + index,
      left: index % 2 === 0 ? 'Yes' : 'No',
    })),
  },
  personColumn: 'customer',
  targetColumn: 'left',
  steps: [{ step: 'impute', strategy: 'median' }],
  reason: 'a test',
});

/** What stands for a person in training lines, and the key of it. */
export const pseudonymsOf = async (
  aws: TestAws,
  userId: string,
): Promise<{ readonly line: string; readonly personKey: string }> => {
  const client = new DynamoDBClient(aws.client);
  const key = await makeDynamoDbPersonKey({ client, tableName: 'MindMate-PseudonymKeys' }).find(userId);
  client.destroy();
  if (key === undefined) throw new Error('There is no key of this person.');
  return { line: pseudonym(key, 'user', userId), personKey: Buffer.from(key).toString('base64') };
};

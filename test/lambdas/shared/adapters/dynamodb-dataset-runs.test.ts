import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDynamoDbDatasetRuns } from '../../../../lambdas/shared/adapters/dynamodb-dataset-runs.ts';
import { makeDynamoDbSampleLineage } from '../../../../lambdas/shared/adapters/dynamodb-sample-lineage.ts';
import { makeDynamoDbUserDirectory } from '../../../../lambdas/shared/adapters/dynamodb-user-directory.ts';
import type { OpenRun } from '../../../../lambdas/shared/ports/dataset-runs.ts';
import type { SampleOrigin } from '../../../../lambdas/shared/ports/sample-lineage.ts';
import { fakeSleep } from '../../support/fake-sleep.ts';
import { putItems } from '../../support/put-items.ts';
import { recordingTelemetry } from '../../support/recording-telemetry.ts';
import { startDynamoDb } from '../../support/start-dynamodb.ts';

let db: Awaited<ReturnType<typeof startDynamoDb>>;
beforeAll(async () => {
  db = await startDynamoDb();
});
afterAll(() => db.close());

describe('rows of dataset runs', () => {
  const runs = () => makeDynamoDbDatasetRuns({ client: db.client, tableName: 'MindMate-TrainingJobs' });
  const open = (runId: string, timestamp: string): OpenRun => ({
    runId: `dataset#${runId}`,
    requestHash: 'hash',
    startedAt: 1_750_000_000_000,
    timestamp,
    supersededTimestamps: [],
    state: 'open',
  });
  const result = { manifest: '{}', answer: '{"success":true}' };

  it('give a timestamp to one claimant', async () => {
    expect(await Promise.all([runs().claimTimestamp('t'), runs().claimTimestamp('t')])).toEqual(
      expect.arrayContaining([true, false]),
    );
  });

  it('go from open over sealed to complete and come back as they were written', async () => {
    const run = open('a', 'a1');
    expect(await runs().find(run.runId)).toBeUndefined();
    expect(await runs().open(run)).toBe(true);
    expect(await runs().open(run)).toBe(false);
    expect(await runs().find(run.runId)).toEqual(run);
    expect(await runs().seal(run, result)).toBe(true);
    const sealed = { ...run, ...result, state: 'sealed' as const };
    expect(await runs().find(run.runId)).toEqual(sealed);
    await runs().complete(sealed);
    await runs().complete(sealed);
    const { manifest: _, ...facts } = sealed;
    expect(await runs().find(run.runId)).toEqual({ ...facts, state: 'complete' });
    await runs().recordTrainingJob(run.runId, 'job');
    expect(await runs().find(run.runId)).toMatchObject({ trainingJobName: 'job' });
  });

  it('let one attempt take over, and the overtaken one neither seals nor takes back', async () => {
    const run = open('b', 'b1');
    await runs().open(run);
    expect(await runs().takeOver(run, 'b2')).toBe(true);
    expect(await runs().takeOver(run, 'b3')).toBe(false);
    expect(await runs().seal(run, result)).toBe(false);
    expect(await runs().find(run.runId)).toMatchObject({ timestamp: 'b2', supersededTimestamps: ['b1'] });
    expect(await runs().seal({ ...run, timestamp: 'b2' }, result)).toBe(true);
    expect(await runs().takeOver({ ...run, timestamp: 'b2' }, 'b4')).toBe(false);
  });

  it('are not completed before they are sealed', async () => {
    const run = open('c', 'c1');
    await runs().open(run);
    await expect(runs().complete({ ...run, ...result, state: 'sealed' })).rejects.toThrow();
  });

  it('of another schema version are refused', async () => {
    await putItems(db.client, 'MindMate-TrainingJobs', [
      { jobId: 'dataset#old', schemaVersion: 2, state: 'open' },
    ]);
    await expect(runs().find('dataset#old')).rejects.toThrow('schemaVersion');
  });
});

describe('the lineage of samples', () => {
  const origins = Array.from(
    { length: 60 },
    (_, index): SampleOrigin => ({
      userId: `u${index}`,
      sampleId: `sample_${index}`,
      side: index % 2 === 0 ? 'train' : 'validation',
    }),
  );
  const rows = async () =>
    (
      await DynamoDBDocumentClient.from(db.client).send(
        new ScanCommand({ TableName: 'MindMate-SampleLineage' }),
      )
    ).Items ?? [];
  const lineage = (client = db.client) => {
    const { sleep, waitsMs } = fakeSleep();
    const { telemetry, counts } = recordingTelemetry();
    const options = { client, tableName: 'MindMate-SampleLineage', sleep, random: () => 1, telemetry };
    return { adapter: makeDynamoDbSampleLineage(options), waitsMs, counts };
  };

  it('has one row a person, and forgets an abandoned dataset', async () => {
    const { adapter } = lineage();
    await adapter.record('t1', origins);
    expect(await rows()).toHaveLength(60);
    expect(await rows()).toContainEqual({
      PK: 'USER#u0',
      SK: 'DATASET#t1',
      sampleId: 'sample_0',
      side: 'train',
      schemaVersion: 1,
    });
    await adapter.forget('t1', [...origins.map(({ userId }) => userId), 'never']);
    expect(await rows()).toEqual([]);
  });

  /** DynamoDB that leaves all but one item of a batch unprocessed, for so many calls. */
  const overloaded = (calls: number) => {
    const client = new DynamoDBClient({
      endpoint: db.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    let left = calls;
    client.middlewareStack.add(
      (next) => async (args) => {
        if (left === 0 || !('RequestItems' in args.input)) return next(args);
        left -= 1;
        return { output: { $metadata: {}, UnprocessedItems: args.input.RequestItems }, response: {} };
      },
      // After the document client has turned plain values into attribute values.
      { step: 'serialize', priority: 'high', name: 'overloaded' },
    );
    return client;
  };

  it('sends unprocessed items again, waiting longer each time', async () => {
    const { adapter, waitsMs, counts } = lineage(overloaded(2));
    await adapter.record('t2', origins.slice(0, 3));
    expect(await rows()).toHaveLength(3);
    expect(waitsMs).toEqual([50, 100]);
    expect(counts.get('RetriedCalls')).toBe(2);
  });

  it('fails when items stay unprocessed', async () => {
    const { adapter } = lineage(overloaded(1000));
    await expect(adapter.record('t3', origins.slice(0, 3))).rejects.toMatchObject({
      name: 'UnprocessedItemsError',
    });
  });
});

describe('the directory of users', () => {
  beforeAll(() =>
    putItems(db.client, 'EmoCompanion', [
      ...Array.from({ length: 300 }, (_, index) => ({
        PK: `USER#p${String(index).padStart(3, '0')}`,
        SK: 'PROFILE',
        userId: `p${index}`,
        bio: 'x'.repeat(5_000),
      })),
      { PK: 'USER#out', SK: 'PROFILE', userId: 'out', mlOptOut: true },
      { PK: 'USER#bad', SK: 'PROFILE', userId: 'bad', timezone: 'Nowhere' },
      { PK: 'USER#p000', SK: 'GOAL#1', userId: 'p0' },
      { PK: 'TEAM#1', SK: 'PROFILE', userId: 'team' },
      { PK: 'USER#p001', SK: 'MOOD#1', timestamp: '2024-01-01' },
    ]),
  );

  it.each(['UserIndex', ''])('lists every profile once, page after page (index "%s")', async (indexName) => {
    const users = makeDynamoDbUserDirectory({ client: db.client, tableName: 'EmoCompanion', indexName });
    const listing = await users.list(300);
    if (listing === 'too-many') throw new Error('300 are allowed');
    expect(listing.userIds).toHaveLength(300);
    expect(listing.userIds).toEqual([...listing.userIds].sort());
    expect(listing).toMatchObject({ optedOut: 1, unparsableProfiles: 1 });
    expect(await users.list(299)).toBe('too-many');

    const lists: (readonly string[])[] = [];
    const refused = await users.forEachList(70, async (userIds) => void lists.push(userIds));
    expect(refused).toEqual({ optedOut: 1, unparsableProfiles: 1 });
    expect(lists.flat().sort()).toEqual(listing.userIds);
    expect(Math.max(...lists.map(({ length }) => length))).toBeLessThanOrEqual(70);
  });
});

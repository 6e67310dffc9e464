import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { ListTrainingJobsCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { type Answer, type AppItem, invoke, putItems } from './app-table.ts';

/** Stands in every user id and every text; must never be seen outside the app's table and the lineage table. */
const canary = 'zx9canary7q';
const bucket = 'mindmate-ml-models-000000000000';
const asOf = '2026-03-31T23:59:59.999Z';
const millisecondsPerDay = 86_400_000;

const dayAt = (offset: number, hour = 12) =>
  new Date(Date.parse('2026-03-31T00:00:00Z') + offset * millisecondsPerDay + hour * 3_600_000).toISOString();

/** Mood by days after the cut-off, and a message on the second of them. */
type LookAhead = { readonly moods: Readonly<Record<number, number>>; readonly message?: string };

const calm = { 1: 6, 2: 7, 3: 6, 4: 5 };
const scenarios: Readonly<
  Record<string, LookAhead & { any: 0 | 1 | 'censored'; asserted: 0 | 1 | 'censored' }>
> = {
  'three low dates in a row': { moods: { 1: 6, 2: 2, 3: 1, 4: 2 }, any: 1, asserted: 1 },
  'a gap in the run': { moods: { 1: 2, 2: 2, 4: 2, 5: 6 }, any: 0, asserted: 0 },
  'a run that ends after the look-ahead': {
    moods: { 1: 6, 2: 6, 3: 6, 6: 2, 7: 2, 8: 2 },
    any: 0,
    asserted: 0,
  },
  'a title': { moods: calm, message: 'we watched Suicide Squad', any: 1, asserted: 0 },
  'a denial': { moods: calm, message: 'i am not suicidal', any: 1, asserted: 0 },
  meant: { moods: calm, message: 'i want to die', any: 1, asserted: 1 },
  'another word': { moods: calm, message: 'a podcast about homicide', any: 0, asserted: 0 },
  silence: { moods: { 1: 5 }, any: 'censored', asserted: 'censored' },
  well: { moods: calm, any: 0, asserted: 0 },
};
const names = Object.keys(scenarios);
const copiesOfEach = 3;

const person = (name: string, copy: number): AppItem[] => {
  const userId = `${canary}-${names.indexOf(name)}-${copy}`;
  const PK = `USER#${userId}`;
  const { moods, message } = scenarios[name]!;
  const history = Array.from({ length: 70 }, (_, back) => ({
    PK,
    SK: `MOOD#${dayAt(-back)}`,
    type: 'MOOD',
    timestamp: dayAt(-back),
    mood: 4 + ((back * 7 + copy) % 5),
    notes: `${canary} a day like others`,
  }));
  const ahead = Object.entries(moods).map(([day, mood]) => ({
    PK,
    SK: `MOOD#${dayAt(Number(day))}`,
    type: 'MOOD',
    timestamp: dayAt(Number(day)),
    mood,
  }));
  const at = dayAt(2, 15);
  const chat = { PK, SK: `CHAT#${at}`, type: 'CHAT', timestamp: at, userMessage: `${canary}. ${message}.` };
  return [
    { PK, SK: 'PROFILE', type: 'PROFILE', userId },
    ...history,
    ...ahead,
    ...(message === undefined ? [] : [chat]),
  ];
};

let aws: TestAws;
let s3: S3Client;
const request = { asOf, triggerTraining: false };
const prepare = (more: object = {}): Promise<Answer> =>
  invoke(aws, 'prepareTrainingData', { ...request, ...more });
const read = async (uri: unknown): Promise<string> => {
  const Key = String(uri).replace(`s3://${bucket}/`, '');
  return (await s3.send(new GetObjectCommand({ Bucket: bucket, Key }))).Body!.transformToString();
};
const keys = async () =>
  ((await s3.send(new ListObjectsV2Command({ Bucket: bucket }))).Contents ?? []).map(({ Key }) => Key!);

beforeAll(async () => {
  aws = await startTestAws();
  s3 = new S3Client({ ...aws.client, forcePathStyle: true });
});
afterAll(() => aws.close());

describe('prepareTrainingData through the door', () => {
  it('refuses, in this order as people arrive: nobody, nine, all opted out, all silent, one class', async () => {
    const codes: unknown[] = [];
    const note = async () => {
      const { statusCode, body } = await prepare();
      codes.push([statusCode, (body['error'] as { code: string } | undefined)?.code]);
    };
    const optedOut = Array.from({ length: 12 }, (_, n): AppItem => {
      const userId = `${canary}-out-${n}`;
      return { PK: `USER#${userId}`, SK: 'PROFILE', type: 'PROFILE', userId, mlOptOut: true };
    });
    await note();
    await putItems(aws, optedOut);
    await note();
    await putItems(aws, Array.from({ length: 9 }, (_, n) => person('silence', 100 + n)).flat());
    await note();
    await putItems(aws, Array.from({ length: 4 }, (_, n) => person('silence', 200 + n)).flat());
    await note();
    await putItems(aws, Array.from({ length: 12 }, (_, n) => person('well', 300 + n)).flat());
    await note();
    expect(codes).toEqual([
      [400, 'insufficient-users'],
      [400, 'insufficient-users'],
      [400, 'insufficient-users'],
      [400, 'insufficient-samples'],
      [400, 'single-class'],
    ]);
    expect(await keys()).toEqual([]);
  });

  it('labels by what followed, and counts both policies', async () => {
    const people = names.flatMap((name) =>
      Array.from({ length: copiesOfEach }, (_, copy) => person(name, copy)),
    );
    await putItems(aws, people.flat());
    const { statusCode, body } = await prepare({ balance: 'none' });
    expect(statusCode, JSON.stringify(body)).toBe(200);
    const expected = (policy: 'any' | 'asserted', label: 0 | 1) =>
      copiesOfEach * names.filter((name) => scenarios[name]![policy] === label).length +
      (label === 0 ? 12 : 0);
    expect(body).toMatchObject({
      success: true,
      totalSamples: expected('any', 0) + expected('any', 1),
      usersConsidered: 12 + 13 + 12 + names.length * copiesOfEach,
      usersFailed: 0,
      rowsCensored: 13 + copiesOfEach,
    });
    const manifest = JSON.parse(await read(body['manifestPath']));
    expect(manifest.labelCounts).toMatchObject({
      any: { positive: expected('any', 1), negative: expected('any', 0) },
      asserted: { positive: expected('asserted', 1), negative: expected('asserted', 0) },
    });
    for (const { path: key, sha256 } of manifest.files) {
      const text = await read(key.startsWith('s3://') ? key : `s3://${bucket}/${key}`);
      expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
    }
    await expectLabelsOfPeople(body, 'any');
    await expectLabelsOfPeople(
      (await prepare({ balance: 'none', labelPolicy: 'asserted' })).body,
      'asserted',
    );
  });

  it('balances each side exactly, with copies under the same id, and the same bytes twice', async () => {
    const first = (await prepare()).body;
    const second = (await prepare()).body;
    const other = (await prepare({ seed: 2 })).body;
    expect(first['trainPositiveClass']).toBe(first['trainNegativeClass']);
    expect(first['valPositiveClass']).toBe(first['valNegativeClass']);
    expect(first['timestamp']).not.toBe(second['timestamp']);
    expect(await read(first['trainPath'])).toBe(await read(second['trainPath']));
    expect(await read(first['validationPath'])).toBe(await read(second['validationPath']));
    expect(await read(first['trainPath'])).not.toBe(await read(other['trainPath']));
    const ids = async (uri: unknown) =>
      new Set(
        (await read(uri))
          .trim()
          .split('\n')
          .slice(1)
          .map((line) => line.split(',')[0]),
      );
    const train = await ids(first['trainPath']);
    for (const id of await ids(first['validationPath'])) expect(train).not.toContain(id);
  });

  it('ends with one dataset and one job however often the same key is used', async () => {
    const before = (await keys()).filter((key) => key.includes('manifest')).length;
    const key = { idempotencyKey: 'once', triggerTraining: true };
    const answers = await Promise.all([prepare(key), prepare(key)]);
    answers.push(await prepare(key));
    const done = answers.filter(({ statusCode }) => statusCode === 200);
    expect(done.length).toBeGreaterThanOrEqual(2);
    expect(new Set(done.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await keys()).filter((name) => name.includes('manifest'))).toHaveLength(before + 1);
    const jobs = await new SageMakerClient(aws.client).send(new ListTrainingJobsCommand({}));
    expect(jobs.TrainingJobSummaries).toHaveLength(1);
    expect((await prepare({ ...key, seed: 3 })).statusCode).toBe(409);
  });

  it('shows no user id and no text in any log line, key, manifest, dataset, error or job name', async () => {
    const answers = [
      await invoke(aws, 'extractMoodFeatures', { userId: `${canary}-nobody` }),
      await invoke(aws, 'extractMoodFeatures', { userId: `${canary}-out-1` }),
      await invoke(aws, 'extractSentimentFeatures', { userId: { [canary]: canary } }),
      await prepare({ idempotencyKey: canary.repeat(9) }),
      await prepare({ asOf: canary }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 403, 400, 400, 400]);
    const places = [JSON.stringify(answers), ...(await keys()), JSON.stringify(aws.events)];
    for (const key of await keys())
      if (!key.endsWith('.gz')) places.push(await read(`s3://${bucket}/${key}`));
    const { Items = [] } = await new DynamoDBClient(aws.client).send(
      new ScanCommand({ TableName: 'MindMate-TrainingJobs' }),
    );
    places.push(JSON.stringify(Items));
    const logs = path.join(aws.dataDir, 'logs');
    for (const file of await readdir(logs)) places.push(file, await readFile(path.join(logs, file), 'utf8'));
    expect(places.length).toBeGreaterThan(10);
    for (const place of places) expect(place).not.toContain(canary);
  });
});

/** Follows each person through the locked lineage table to their row. */
const expectLabelsOfPeople = async (body: Answer['body'], policy: 'any' | 'asserted'): Promise<void> => {
  const { Items = [] } = await new DynamoDBClient(aws.client).send(
    new ScanCommand({
      TableName: 'MindMate-SampleLineage',
      FilterExpression: 'SK = :dataset',
      ExpressionAttributeValues: { ':dataset': { S: `DATASET#${String(body['timestamp'])}` } },
    }),
  );
  const sampleOf = new Map(Items.map((item) => [item['PK']!.S, item['sampleId']!.S]));
  const lines = `${await read(body['trainPath'])}${await read(body['validationPath'])}`.trim().split('\n');
  const labelOf = new Map(lines.map((line) => [line.split(',')[0], line.split(',').at(-1)]));
  for (const [index, name] of names.entries()) {
    for (let copy = 0; copy < copiesOfEach; copy += 1) {
      const sample = sampleOf.get(`USER#${canary}-${index}-${copy}`);
      const expected = scenarios[name]![policy];
      expect(sample && labelOf.get(sample), name).toBe(
        expected === 'censored' ? undefined : String(expected),
      );
    }
  }
};

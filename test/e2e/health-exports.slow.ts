import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { healthDomainOf } from '../../ml/narratives/health-domain.ts';
import { RecordType } from '../../ml/narratives/record-type.ts';
import {
  type TrainingLine,
  TrainingLine as TrainingLineSchema,
} from '../../ml/narratives/verify/training-line.ts';
import { generateExport } from '../../ml/synthetic/health-connect/generate-export.ts';
import { textsUnder } from '../lambdas/support/handler-environment.ts';
import { avroBlock, avroContainer, glucoseAt, glucoseSchema } from '../support/avro-container.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { spawnWellcast } from '../support/spawn-wellcast.ts';

/** In every user id; must never come out again but in the person's own rows and keys. */
const canary = 'canary-51ab';
const bucket = 'mindmate-health-data-000000000000';
const month = new Date().toISOString().slice(0, 7);
const realExports = new URL('../../../shared/data/health-connect-avro/', import.meta.url);
const noExports = 'needs ../shared/data/health-connect-avro, seven exports of Health Connect';

let aws: TestAws;
let s3: S3Client;
let folder: string;
beforeAll(async () => {
  aws = await startTestAws();
  s3 = new S3Client({ ...aws.client, forcePathStyle: true });
  folder = await mkdtemp(path.join(tmpdir(), 'wellcast-exports-'));
});
afterAll(async () => {
  s3.destroy();
  await aws.close();
  await rm(folder, { recursive: true, force: true });
});

const exportOf = (recordType: RecordType, seed: string) =>
  generateExport({
    recordType,
    seed,
    // A sensor's day has 288 records.
    days: recordType === 'BloodGlucoseRecord' ? 1 : 3,
    exportedAtMs: Date.UTC(2025, 10, 15, 9),
  });
const keyOf = (recordType: string, user: string, id = 'a1') =>
  `raw/${recordType}/2025/11/15/${user}_1763197200000_${id}.avro`;
const put = (Key: string, Body: Uint8Array, Metadata: Record<string, string> = {}) =>
  s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body, Metadata }));
const narratives = (...args: string[]) => spawnWellcast(['narratives', ...args], aws.clientEnvironment).ended;
const readLines = async (): Promise<TrainingLine[]> => {
  const { code, stdout } = await narratives('cat');
  expect(code).toBe(0);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => TrainingLineSchema.parse(JSON.parse(line)));
};
const entriesUnder = async (Prefix: string) => {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix }));
  return Promise.all(
    Contents.map(async ({ Key = '' }) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
      return { key: Key, text: (await Body?.transformToString()) ?? '' };
    }),
  );
};

describe('exports put under raw/', () => {
  it('of all six record types become one line each, under their domain and this month', async () => {
    for (const recordType of RecordType.options) {
      for (const person of ['ada', 'bob']) {
        await put(keyOf(recordType, `${canary}-${person}`), exportOf(recordType, person));
      }
    }
    await aws.settled();
    const lines = await readLines();
    expect(lines.map(({ metadata }) => metadata?.record_type).toSorted()).toEqual(
      [...RecordType.options, ...RecordType.options].toSorted(),
    );
    for (const { metadata } of lines) {
      expect(metadata?.health_domain).toBe(healthDomainOf(metadata?.record_type ?? ''));
      expect(metadata?.source_key).toBe(`raw/${metadata?.record_type}/2025/11/15/1763197200000_a1.avro`);
    }
    expect(new Set(lines.map(({ metadata }) => metadata?.user_id)).size).toBe(2);
  });

  it('keep their records by person, and an event that comes twice changes nothing', async () => {
    const client = new DynamoDBClient(aws.client);
    const stepsOf = async (user: string) => {
      const { Items = [] } = await DynamoDBDocumentClient.from(client).send(
        new QueryCommand({
          TableName: 'wellcast-HealthRecords',
          KeyConditionExpression: 'PK = :person AND begins_with(SK, :type)',
          ExpressionAttributeValues: { ':person': `USER#${user}`, ':type': 'StepsRecord#' },
        }),
      );
      return Items;
    };
    const before = await stepsOf(`${canary}-ada`);
    expect(before.length).toBeGreaterThan(20);
    await put(keyOf('StepsRecord', `${canary}-ada`), exportOf('StepsRecord', 'ada'));
    await aws.settled();
    expect(await stepsOf(`${canary}-ada`)).toEqual(before);
    expect(await stepsOf(`${canary}-cleo`)).toEqual([]);
    client.destroy();
    expect(await readLines()).toHaveLength(12);
  });

  it('that cannot be used are set aside, each with its reason, and become no line', async () => {
    const good = exportOf('StepsRecord', 'dan');
    await put(keyOf('StepsRecord', `${canary}-dan`, 'cut'), good.subarray(0, good.length - 30));
    await put(keyOf('StepsRecord', `${canary}-dan`, 'text'), Buffer.from('date,steps\n'));
    await put(keyOf('HeartRateRecord', `${canary}-dan`, 'other'), good);
    await put('raw/StepsRecord/2025/11/StepsRecord_1758407139312.avro', good);
    await put(`raw/Letters/${canary}.avro`, good);
    await put(keyOf('StepsRecord', `${canary}-dan`, 'whose'), good, { 'user-id': `${canary}-eve` });
    await aws.settled();
    const entries = await entriesUnder('quarantine/exports/');
    expect(entries.map(({ text }) => JSON.parse(text).reason).toSorted()).toEqual([
      'no-user',
      'not-avro',
      'record-type-mismatch',
      'truncated',
      'unknown-folder',
      'user-mismatch',
    ]);
    expect(JSON.stringify(entries)).not.toContain(canary);
    expect(await readLines()).toHaveLength(12);
  });

  it('of a real phone become valid lines too', async (context) => {
    if (!existsSync(realExports)) return context.skip(noExports);
    const before = (await readLines()).length;
    const names = readdirSync(realExports);
    for (const name of names) {
      const [recordType = '', at = ''] = path.basename(name, '.avro').split('_');
      const file = readFileSync(new URL(name, realExports));
      await put(keyOf(recordType, `${canary}-real`, at), file);
    }
    await aws.settled();
    const lines = await readLines();
    expect(lines).toHaveLength(before + names.length);
    const steps = lines.find(
      ({ metadata }) => metadata?.record_type === 'StepsRecord' && metadata.source_key.includes('175840'),
    );
    // The phone's total of the day and the ring's, which lies within it: 3,933 steps, not both.
    expect(steps?.metadata?.clinical_insights).toMatchObject({ total_steps: 3933 });
  });
});

describe('wellcast narratives', () => {
  it('import puts a file where it belongs, refuses what is none, and sends nothing twice', async () => {
    const good = path.join(folder, 'StepsRecord_1758407139312.avro');
    const bad = path.join(folder, 'letter.avro');
    await writeFile(good, exportOf('StepsRecord', 'flo'));
    await writeFile(bad, 'Dear all,');
    const args = ['import', good, bad, '--user', `${canary}-flo`, '--json'];
    const end = await narratives(...args);
    expect(end.code).toBe(1);
    const results = JSON.parse(end.stdout);
    expect(results).toMatchObject([
      { recordType: 'StepsRecord', leftOut: 0 },
      { refused: expect.stringMatching(/^not-avro/) },
    ]);
    expect(results[0].key).toMatch(
      new RegExp(`^raw/StepsRecord/2025/09/20/${canary}-flo_1758407139312_[0-9a-f]{16}\\.avro$`),
    );
    await aws.settled();
    const { length } = await readLines();
    await narratives(...args);
    await aws.settled();
    expect(await readLines()).toHaveLength(length);
  });

  it('import says how many records of a file are left out', async () => {
    const file = path.join(folder, 'glucose.avro');
    const records = [glucoseAt(0, 100), glucoseAt(5, 4000), glucoseAt(10, -1)];
    const meta = { 'avro.schema': JSON.stringify(glucoseSchema) };
    await writeFile(file, avroContainer(meta, [avroBlock(glucoseSchema, records)]));
    const end = await narratives('import', file, '--user', `${canary}-gil`);
    expect(end).toMatchObject({ code: 0, stdout: expect.stringMatching(/BloodGlucoseRecord +1 +2\s*\n/) });
  });

  it.each([
    ['a file that is not there', 'nowhere.avro', /cannot be read/],
    ['a folder', '.', /is a folder/],
  ])('import sends nothing at all where one of its files is %s', async (_what, name, message) => {
    const good = path.join(folder, 'sleep.avro');
    await writeFile(good, exportOf('SleepSessionRecord', 'hal'));
    const end = await narratives('import', good, path.join(folder, name), '--user', `${canary}-hal`);
    expect(end).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
    expect((await entriesUnder('raw/')).filter(({ key }) => key.includes(`${canary}-hal`))).toEqual([]);
  });

  it('compact folds the lines into files, and cat prints the same ones after it', async () => {
    const before = (await narratives('cat')).stdout.split('\n').toSorted();
    const end = await narratives('compact', '--json');
    expect(end).toMatchObject({ code: 0 });
    expect(JSON.parse(end.stdout)).toMatchObject({ months: 4, unfinished: 0 });
    expect((await narratives('cat')).stdout.split('\n').toSorted()).toEqual(before);
    expect(await entriesUnder('training-parts/')).toEqual([]);
    const domain = await narratives('cat', '--domain', 'sleep_wellness', '--month', month);
    expect(domain.stderr).toMatch(/^\d+ lines of 1 months\n$/);
    expect((await narratives('cat', '--month', '2020-01')).stdout).toBe('');
    expect((await narratives('cat', '--prefix', 'training')).stdout.split('\n').toSorted()).toEqual(before);
  });

  it('split writes two files with no person in both, and verify finds nothing wrong with them', async () => {
    const output = path.join(folder, 'split');
    const end = await narratives('split', '--output', output, '--validation-split', '0.4', '--json');
    expect(end).toMatchObject({ code: 0 });
    const peopleIn = async (name: string) => {
      const text = await readFile(path.join(output, `${name}.jsonl`), 'utf8');
      return new Set(
        text
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line).metadata.user_id),
      );
    };
    const [train, validation] = [await peopleIn('train'), await peopleIn('validation')];
    expect(validation.size).toBeGreaterThan(0);
    expect(train.isDisjointFrom(validation)).toBe(true);
    expect(JSON.parse(end.stdout)).toMatchObject([
      { name: 'train', people: train.size },
      { name: 'validation', people: validation.size },
    ]);
    const verified = await narratives('verify', '--file', path.join(output, 'train.jsonl'));
    expect(verified).toMatchObject({ code: 0, stdout: expect.stringMatching(/: all in order\n$/) });
  });

  it('split can leave out what says nearly the same, and keeps a ledger of it', async () => {
    const client = new LambdaClient(aws.client);
    const text = (mean: number) =>
      `Glucose was read eight times a day for two weeks, by finger prick, with a mean of ${mean} mg/dL; ` +
      'readings before meals were lower than those after them, and no night was missing in the record.';
    const request = (user: string, mean: number) => ({
      narrative: text(mean),
      sourceMetadata: {
        bucket,
        key: `raw/near/${user}.avro`,
        recordType: 'HydrationRecord',
        userId: `${canary}-${user}`,
      },
      processingMetadata: { qualityScore: 1 },
    });
    const requests = [request('ada', 120), request('bob', 120), request('cleo', 99)];
    const FunctionName = 'wellcast-formatTrainingNarrative';
    await client.send(
      new InvokeCommand({ FunctionName, Payload: Buffer.from(JSON.stringify({ requests })) }),
    );
    client.destroy();
    const output = path.join(folder, 'near');
    const end = await narratives(
      ...['split', '--output', output, '--domain', 'general_health', '--validation-split', '0.5'],
      ...['--drop-near-duplicates', '--json'],
    );
    // Another number is another narrative.
    expect(JSON.parse(end.stdout)).toMatchObject([{ lines: 1 }, { lines: 1 }, { lines: 1 }]);
    const ledger = JSON.parse(await readFile(path.join(output, 'near-duplicates.jsonl'), 'utf8'));
    expect(ledger).toMatchObject({ jaccard: 1, line: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(ledger.line).not.toBe(ledger.matchedLine);
  });

  it('verify names what is wrong, and where, and exits 1', async () => {
    expect(await narratives('verify')).toMatchObject({ code: 0 });
    const file = path.join(folder, 'bad.jsonl');
    await writeFile(file, '{"instruction":"a","input":"b","output":"Ask Mrs. Okafor."}\n{oops\n');
    const end = await narratives('verify', '--file', file, '--json');
    expect(end.code).toBe(1);
    expect(JSON.parse(end.stdout)).toEqual({
      lines: 2,
      people: 0,
      problems: {
        identifying: { count: 1, firstLine: 1 },
        'not-json': { count: 1, firstLine: 2 },
      },
    });
  });
});

it('no user id comes out in a line, a key of ours or a log', async () => {
  const written = [
    ...(await entriesUnder('training/')),
    ...(await entriesUnder('training-folds/')),
    ...(await entriesUnder('quarantine/')),
  ];
  expect(written.length).toBeGreaterThan(6);
  expect(JSON.stringify(written)).not.toContain(canary);
  const logs = await textsUnder(path.join(aws.dataDir, 'logs'));
  expect(logs).toContain('export imported');
  expect(logs).not.toContain(canary);
});

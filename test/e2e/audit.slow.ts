import { randomBytes, randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDynamoDbAuditPersons } from '../../lambdas/shared/adapters/dynamodb-audit-persons.ts';
import {
  makeDynamoDbAuditRecords,
  makeDynamoDbAuditTrail,
} from '../../lambdas/shared/adapters/dynamodb-audit-trail.ts';
import { timerSleep } from '../../lambdas/shared/adapters/timer-sleep.ts';
import { AuditRecord } from '../../ml/audit/audit-record.ts';
import { linkRecord } from '../../ml/audit/link-record.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { spawnWellcast } from '../support/spawn-wellcast.ts';

const TableName = 'wellcast-AuditTrail';
const Bucket = 'mindmate-audit-heads-000000000000';
let aws: TestAws;
let client: DynamoDBClient;
let documents: DynamoDBDocumentClient;
let s3: S3Client;
let lambda: LambdaClient;

beforeAll(async () => {
  aws = await startTestAws();
  client = new DynamoDBClient(aws.client);
  documents = DynamoDBDocumentClient.from(client);
  s3 = new S3Client(aws.client);
  lambda = new LambdaClient(aws.client);
  await append(5);
  await seal();
  await append(5);
  await seal();
});
afterAll(async () => {
  client.destroy();
  s3.destroy();
  lambda.destroy();
  await aws.close();
});

const append = async (count: number): Promise<void> => {
  const trail = makeDynamoDbAuditTrail({
    client,
    tableName: TableName,
    persons: makeDynamoDbAuditPersons({
      client,
      tableName: 'wellcast-AuditKeys',
      secret: { read: async () => 'a secret of the test' },
      randomBytes,
    }),
    clock: { now: Date.now },
    newId: randomUUID,
    sleep: timerSleep,
    random: Math.random,
  });
  for (let number = 0; number < count; number += 1) {
    await trail.append({
      actor: { userId: 'ada', role: 'admin' },
      action: 'features.extract',
      subject: 'ben',
      outcome: 'done',
      requestId: `request-${number}`,
    });
  }
};
const seal = async () => {
  const { Payload, FunctionError } = await lambda.send(
    new InvokeCommand({ FunctionName: 'wellcast-sealAuditChain', Payload: Buffer.from('{}') }),
  );
  expect(FunctionError).toBeUndefined();
  return JSON.parse(Buffer.from(Payload ?? []).toString());
};
const verify = async (...args: readonly string[]) => {
  const { code, stdout } = await spawnWellcast(['audit', 'verify', '--json', ...args], aws.clientEnvironment)
    .ended;
  return { code, ...JSON.parse(stdout) };
};
const records = async (): Promise<AuditRecord[]> => {
  const found: AuditRecord[] = [];
  const reader = makeDynamoDbAuditRecords({ client, tableName: TableName });
  for await (const record of reader.read(1)) found.push(AuditRecord.parse(record));
  return found;
};
const put = (record: AuditRecord) =>
  documents.send(new PutCommand({ TableName, Item: { chain: 'main', ...record } }));
const remove = (sequence: number) =>
  documents.send(new DeleteCommand({ TableName, Key: { chain: 'main', sequence } }));

/** Lets somebody at the table who should not be, looks, and puts everything back. */
const tampered = async <T>(
  tamper: (kept: readonly AuditRecord[]) => Promise<unknown>,
  look: () => Promise<T>,
) => {
  const kept = await records();
  try {
    await tamper(kept);
    return await look();
  } finally {
    for (const record of kept) await put(record);
  }
};

describe('the audit trail in a deployment', () => {
  it('is proven sound, sealed in two heads that nobody can delete', async () => {
    expect(await verify()).toEqual({
      code: 0,
      isSound: true,
      records: 10,
      heads: 2,
      sealedTo: 10,
      unsealed: 0,
    });
    const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
    expect(Versions).toHaveLength(2);
    for (const { Key, VersionId } of Versions) {
      const deletion = s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
      await expect(deletion).rejects.toMatchObject({ name: 'AccessDenied' });
    }
  });

  it('signs nothing where nothing is new', async () => {
    expect(await seal()).toEqual({ statusCode: 200, body: { sealed: 0, headNumber: 2, sealedTo: 10 } });
  });

  it('names a record whose content was changed', async () => {
    const change = ([, , third]: readonly AuditRecord[]) => put({ ...third!, action: 'features.delete' });
    expect(await tampered(change, verify)).toMatchObject({
      code: 1,
      isSound: false,
      problem: { kind: 'changed', sequence: 3 },
    });
  });

  it('names the record from which the chain was hashed anew, and signs nothing of that', async () => {
    const rehash = async (kept: readonly AuditRecord[]) => {
      let last = kept[5]!;
      for (const old of kept.slice(6)) {
        const { schemaVersion: _v, sequence: _s, previousHash: _p, hash: _h, ...fact } = old;
        last = linkRecord({ ...fact, outcome: 'refused' }, last);
        await put(last);
      }
    };
    const look = async () => [await verify(), await seal()];
    expect(await tampered(rehash, look)).toMatchObject([
      { code: 1, problem: { kind: 'rehashed', sequence: 7 } },
      { statusCode: 500, body: { error: { code: 'audit-chain-broken', kind: 'rehashed' } } },
    ]);
  });

  it('names the first of the newest records that were cut off, and signs nothing after them', async () => {
    const cut = async () => {
      for (const sequence of [9, 10]) await remove(sequence);
    };
    const look = async () => [await verify(), await seal()];
    expect(await tampered(cut, look)).toMatchObject([
      { code: 1, problem: { kind: 'truncated', sequence: 9 }, records: 8 },
      { statusCode: 500, body: { error: { code: 'audit-chain-broken', kind: 'truncated' } } },
    ]);
  });

  it('names a record that was taken from the middle', async () => {
    expect(await tampered(() => remove(4), verify)).toMatchObject({
      code: 1,
      problem: { kind: 'missing', sequence: 4 },
    });
  });

  it('says it in words, with exit code 1', async () => {
    const look = () => spawnWellcast(['audit', 'verify'], aws.clientEnvironment).ended;
    const { code, stdout } = await tampered(() => remove(10), look);
    expect(code).toBe(1);
    expect(stdout).toBe(
      'Record 10: it and all after it were cut off, though a signed head vouches for it.\n' +
        '9 records, 2 signed heads, sealed up to record 10.\n',
    );
  });

  it('finds a head that was hidden or covered, and still believes the one that Object Lock kept', async () => {
    const { Versions: [newest] = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
    const Key = newest?.Key;
    const { VersionId } = await s3.send(new DeleteObjectCommand({ Bucket, Key }));
    expect(await verify()).toMatchObject({
      code: 1,
      sealedTo: 10,
      headProblem: { kind: 'head-hidden', number: 2 },
    });
    await s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
    expect(await verify()).toMatchObject({ code: 0, isSound: true });
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: '{}' }));
    expect(await verify()).toMatchObject({ code: 1, heads: 2, headProblem: { kind: 'head-hidden' } });
  });
});

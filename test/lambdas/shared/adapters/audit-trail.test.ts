import { randomBytes, randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDynamoDbAuditPersons } from '../../../../lambdas/shared/adapters/dynamodb-audit-persons.ts';
import {
  makeDynamoDbAuditRecords,
  makeDynamoDbAuditTrail,
} from '../../../../lambdas/shared/adapters/dynamodb-audit-trail.ts';
import { timerSleep } from '../../../../lambdas/shared/adapters/timer-sleep.ts';
import type { AuditEntry, AuditTrail } from '../../../../lambdas/shared/ports/audit-trail.ts';
import { AuditRecord } from '../../../../ml/audit/audit-record.ts';
import { chainVerifier } from '../../../../ml/audit/chain-verifier.ts';
import { startTestAws, type TestAws } from '../../../support/local-aws.ts';
import { testCatalog } from '../../../support/test-catalog.ts';

const trailTable = 'wellcast-AuditTrail';
const keysTable = 'wellcast-AuditKeys';
let aws: TestAws;
let client: DynamoDBClient;

beforeAll(async () => {
  aws = await startTestAws({ catalog: testCatalog() });
  client = new DynamoDBClient(aws.client);
});
afterAll(async () => {
  client.destroy();
  await aws.close();
});

const openPersons = () =>
  makeDynamoDbAuditPersons({
    client,
    tableName: keysTable,
    secret: { read: async () => 'a secret of the test' },
    randomBytes,
  });
const openTrail = (using: DynamoDBClient = client): AuditTrail =>
  makeDynamoDbAuditTrail({
    client: using,
    tableName: trailTable,
    persons: openPersons(),
    clock: { now: () => Date.UTC(2026, 2, 1) },
    newId: randomUUID,
    sleep: timerSleep,
    random: Math.random,
  });
const entry = (requestId: string, subject = 'canary-subject'): AuditEntry => ({
  actor: { userId: 'canary-admin', role: 'admin' },
  action: 'features.extract',
  subject,
  outcome: 'done',
  requestId,
});
const storedRecords = async (): Promise<AuditRecord[]> => {
  const records: AuditRecord[] = [];
  for await (const record of makeDynamoDbAuditRecords({ client, tableName: trailTable }).read(1)) {
    records.push(AuditRecord.parse(record));
  }
  return records;
};
const everything = async (TableName: string): Promise<string> =>
  JSON.stringify((await DynamoDBDocumentClient.from(client).send(new ScanCommand({ TableName }))).Items);

describe('the audit trail', () => {
  it('is one unbroken chain of every record once, when 50 writers append at once', async () => {
    const trails = Array.from({ length: 50 }, () => openTrail());
    const places = await Promise.all(trails.map((trail, index) => trail.append(entry(`writer-${index}`))));
    expect(places.map(({ sequence }) => sequence).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    );
    const records = await storedRecords();
    const verifier = chainVerifier([]);
    for (const record of records) verifier.add(record);
    expect(verifier.result()).toEqual({ records: 50, sealedTo: 0, unsealed: 50 });
    expect(new Set(records.map(({ requestId }) => requestId)).size).toBe(50);
  });

  it('names nobody, and calls the same person the same', async () => {
    const [first, second] = (await storedRecords()).slice(-2);
    expect(first?.subject).toMatch(/^[0-9a-f]{32}$/);
    expect(second?.subject).toBe(first?.subject);
    expect(second?.actor).toEqual(first?.actor);
    for (const table of [trailTable, keysTable]) expect(await everything(table)).not.toContain('canary');
  });

  it('adds a record once though the answer to its put was lost', async () => {
    const flaky = new DynamoDBClient({ ...aws.client, maxAttempts: 2 });
    let losses = 1;
    flaky.middlewareStack.add(
      (next, context) => async (args) => {
        const answer = await next(args);
        if (context['commandName'] !== 'PutItemCommand' || losses === 0) return answer;
        losses -= 1;
        throw Object.assign(new Error('connection lost'), { name: 'ECONNRESET', $retryable: {} });
      },
      { step: 'deserialize', priority: 'high' },
    );
    const before = (await storedRecords()).length;
    await openTrail(flaky).append(entry('lost-answer'));
    flaky.destroy();
    const records = await storedRecords();
    expect(losses).toBe(0);
    expect(records.slice(before).map(({ requestId }) => requestId)).toEqual(['lost-answer']);
  });

  it('gives up by name where others come first at every try', async () => {
    const trail = makeDynamoDbAuditTrail({
      client,
      tableName: trailTable,
      persons: { pseudonymOf: async () => '0'.repeat(32) },
      clock: { now: () => 0 },
      newId: randomUUID,
      sleep: async () => undefined,
      random: () => 0,
    });
    const name = 'alwaysTaken';
    client.middlewareStack.add(
      (following, context) => (args) => {
        if (context['commandName'] !== 'PutItemCommand') return following(args);
        throw new ConditionalCheckFailedException({ message: 'taken', $metadata: {} });
      },
      { step: 'initialize', name },
    );
    await expect(trail.append(entry('never'))).rejects.toMatchObject({ code: 'audit-contended' });
    client.middlewareStack.remove(name);
    expect((await storedRecords()).some(({ requestId }) => requestId === 'never')).toBe(false);
  });

  it('calls somebody whose key is destroyed another name each time, and keeps nothing that says who', async () => {
    const persons = openPersons();
    const before = await persons.pseudonymOf('canary-erased');
    await persons.destroyKey('canary-erased');
    await persons.destroyKey('canary-erased');
    const after = [await persons.pseudonymOf('canary-erased'), await persons.pseudonymOf('canary-erased')];
    expect(new Set([before, ...after]).size).toBe(3);
    expect(await everything(keysTable)).not.toContain('canary');
  });

  it('refuses to go on from a record that is none', async () => {
    const next = (await storedRecords()).length + 1;
    const documents = DynamoDBDocumentClient.from(client);
    const Item = { chain: 'main', sequence: next };
    await documents.send(new PutCommand({ TableName: trailTable, Item }));
    await expect(openTrail().append(entry('after-damage'))).rejects.toThrow();
  });
});

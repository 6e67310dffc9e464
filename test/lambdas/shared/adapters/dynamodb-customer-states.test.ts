import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyEntry } from '../../../../lambdas/shared/adapters/customer-entry-row.ts';
import { makeDynamoDbCustomerStates } from '../../../../lambdas/shared/adapters/dynamodb-customer-states.ts';
import type {
  CustomerEntry,
  CustomerStates,
  EntryRevision,
} from '../../../../lambdas/shared/ports/customer-states.ts';
import { addCustomerEvents } from '../../../../ml/features/customer/online/add-customer-events.ts';
import { emptyCustomerState } from '../../../../ml/features/customer/online/customer-state.ts';
import { generateCustomers, usualShares } from '../../../../ml/synthetic/customers/generate-customers.ts';
import { messagesOfCustomer } from '../../../../ml/synthetic/customers/messages-of-customer.ts';
import { recordingTelemetry } from '../../support/recording-telemetry.ts';
import { startDynamoDb } from '../../support/start-dynamodb.ts';

const TableName = 'wellcast-CustomerState';
const cutoff = Date.UTC(2026, 0, 1);
let db: Awaited<ReturnType<typeof startDynamoDb>>;
let states: CustomerStates;
beforeAll(async () => {
  db = await startDynamoDb();
  const { telemetry } = recordingTelemetry();
  const retrying = { sleep: async () => {}, random: () => 0, telemetry };
  states = makeDynamoDbCustomerStates({
    ...retrying,
    client: db.client,
    tableName: TableName,
  });
});
afterAll(() => db.close());

const [customer] = generateCustomers({ count: 1, seed: 5, shares: usualShares, cutoff });
const messages = messagesOfCustomer({ profile: customer!.profile, events: customer!.events });
const full: CustomerEntry = {
  state: addCustomerEvents(emptyCustomerState, messages, cutoff).state,
  prediction: { at: 1, churnRisk30d: 0.8, healthScore: 40, inputs: { a: 1.5, b: null, c: 'x' } },
  episode: {
    id: 'alert-1',
    startedAt: 1,
    alert: 'due',
    risk: 0.8,
    reasons: [{ feature: 'a', direction: 'raises', contribution: 0.25 }],
  },
  alertIds: ['alert-1'],
};
const found = async (customerId: string): Promise<EntryRevision> => {
  const entry = (await states.read([customerId])).get(customerId);
  return entry ?? expect.fail('no entry');
};

describe("customers' entries in DynamoDB", () => {
  it('come back as they were written, and empty for who has none', async () => {
    expect(await states.replace('a', { entry: full, revision: 0 })).toBe(true);
    expect(await states.read(['a', 'nobody'])).toEqual(
      new Map([
        ['a', { entry: full, revision: 1 }],
        ['nobody', { entry: emptyEntry, revision: 0 }],
      ]),
    );
  });

  it('of another schema version are not read as ours, and do not stop the others', async () => {
    const Item = { PK: { S: 'CUSTOMER#newer' }, schemaVersion: { N: '2' }, revision: { N: '1' } };
    await db.client.send(new PutItemCommand({ TableName, Item }));
    expect([...(await states.read(['newer', 'nobody'])).keys()]).toEqual(['nobody']);
    expect(await states.replace('newer', { entry: full, revision: 0 })).toBe(false);
  });

  it('are replaced only as they were last seen', async () => {
    const writers = Array.from({ length: 8 }, () => states.replace('b', { entry: full, revision: 0 }));
    expect((await Promise.all(writers)).filter(Boolean)).toHaveLength(1);
    expect(await states.replace('b', { entry: emptyEntry, revision: 1 })).toBe(true);
    expect(await states.replace('b', { entry: full, revision: 1 })).toBe(false);
    expect((await found('b')).entry).toEqual(emptyEntry);
  });

  it('are forgotten with the names of their alerts: nothing of the customer is left', async () => {
    await states.replace('gone-one', { entry: full, revision: 0 });
    await states.nameAlert('alert-1', 'gone-one');
    expect(await states.whoseAlert('alert-1')).toBe('gone-one');
    for (let time = 0; time < 2; time += 1) await states.forget('gone-one');
    expect(await states.whoseAlert('alert-1')).toBeUndefined();
    const { Items = [] } = await db.client.send(new ScanCommand({ TableName }));
    expect(JSON.stringify(Items)).not.toContain('gone-one');
    expect(await states.replace('gone-one', { entry: full, revision: 1 })).toBe(false);
  });
});

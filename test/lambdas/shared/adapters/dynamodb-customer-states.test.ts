import { ScanCommand } from '@aws-sdk/client-dynamodb';
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
import { fakeClock } from '../../support/fake-clock.ts';
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
    ...fakeClock(),
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
  if (entry === undefined || entry === 'erased') return expect.fail('erased');
  return entry;
};
const items = async () => (await db.client.send(new ScanCommand({ TableName }))).Items ?? [];

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

  it('are replaced only as they were last seen', async () => {
    const writers = Array.from({ length: 8 }, () => states.replace('b', { entry: full, revision: 0 }));
    expect((await Promise.all(writers)).filter(Boolean)).toHaveLength(1);
    expect(await states.replace('b', { entry: emptyEntry, revision: 1 })).toBe(true);
    expect(await states.replace('b', { entry: full, revision: 1 })).toBe(false);
    expect((await found('b')).entry).toEqual(emptyEntry);
  });

  it('are forgotten with the names of their alerts, and may begin anew', async () => {
    await states.replace('c', { entry: full, revision: 0 });
    await states.nameAlert('alert-1', 'c');
    expect(await states.whoseAlert('alert-1')).toBe('c');
    await states.forget('c');
    expect(await states.whoseAlert('alert-1')).toBeUndefined();
    expect(await states.replace('c', { entry: full, revision: 0 })).toBe(true);
  });

  it('are erased for good: nothing of the customer is left, and no write brings it back', async () => {
    await states.replace('erased-one', { entry: full, revision: 0 });
    await states.nameAlert('alert-1', 'erased-one');
    for (let time = 0; time < 2; time += 1) await states.erase('erased-one');
    expect((await states.read(['erased-one'])).get('erased-one')).toBe('erased');
    expect(await states.replace('erased-one', { entry: full, revision: 0 })).toBe(false);
    expect(await states.replace('erased-one', { entry: full, revision: 1 })).toBe(false);
    await states.forget('erased-one');
    const left = (await items()).filter((item) => JSON.stringify(item).includes('erased-one'));
    expect(left.map((item) => Object.keys(item).sort())).toEqual([['PK', 'erasedAtMs', 'schemaVersion']]);
  });
});

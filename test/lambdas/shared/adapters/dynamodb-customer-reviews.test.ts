import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  makeDynamoDbQuietCustomers,
  makeDynamoDbReviewRounds,
} from '../../../../lambdas/shared/adapters/dynamodb-customer-reviews.ts';
import { makeDynamoDbCustomerStates } from '../../../../lambdas/shared/adapters/dynamodb-customer-states.ts';
import type { CustomerEntry } from '../../../../lambdas/shared/ports/customer-states.ts';
import { emptyCustomerState } from '../../../../ml/features/customer/online/customer-state.ts';
import { recordingTelemetry } from '../../support/recording-telemetry.ts';
import { startDynamoDb } from '../../support/start-dynamodb.ts';

const tableName = 'wellcast-CustomerState';
const of = 7;
let db: Awaited<ReturnType<typeof startDynamoDb>>;
beforeAll(async () => {
  db = await startDynamoDb();
});
afterAll(() => db.close());

const entryOf = (customerId: string, predictedAt: number | undefined): CustomerEntry => {
  const facts = {
    customerId,
    signedUpAt: 1,
    tier: 'budget',
    channel: 'paid',
    grade: 'middle',
    subject: 5,
  } as const;
  const prediction = { at: predictedAt ?? 0, churnRisk30d: 0.1, healthScore: 90, inputs: {} };
  return {
    state: { ...emptyCustomerState, profile: { id: '0'.repeat(16), at: 1, profile: facts } },
    prediction: predictedAt === undefined ? undefined : prediction,
    episode: undefined,
    alertIds: [],
  };
};

describe('quiet customers in DynamoDB', () => {
  it('are found once each over the shares of the table: those with a profile and no prediction of late', async () => {
    const { telemetry } = recordingTelemetry();
    const states = makeDynamoDbCustomerStates({
      client: db.client,
      tableName,
      sleep: async () => {},
      random: () => 0,
      telemetry,
    });
    const write = (customerId: string, entry: CustomerEntry) =>
      states.replace(customerId, { entry, revision: 0 });
    const quiet = Array.from({ length: 40 }, (_, index) => `quiet-${index}`);
    for (const [index, id] of quiet.entries())
      await write(id, entryOf(id, index % 2 === 0 ? 999 : undefined));
    await write('of-late', entryOf('of-late', 1000));
    await write('without-profile', { ...entryOf('x', 1), state: emptyCustomerState });
    await states.nameAlert('alert-1', 'quiet-1');
    await makeDynamoDbReviewRounds(db.client, tableName).save({ day: '2026-01-01', nextShare: 3 });

    const customers = makeDynamoDbQuietCustomers(db.client, tableName);
    const found: string[] = [];
    const sizes: number[] = [];
    for (let index = 0; index < of; index++) {
      const before = found.length;
      for await (const page of customers.pages({ index, of }, 1000)) found.push(...page);
      sizes.push(found.length - before);
    }
    expect(found.sort()).toEqual(quiet.sort());
    // Shares are shares: none holds most.
    expect(Math.max(...sizes)).toBeLessThan(25);
  });
});

describe('the round of a day', () => {
  it('is found as it was saved, and an earlier day leaves a later one as it is', async () => {
    const rounds = makeDynamoDbReviewRounds(db.client, tableName);
    await rounds.save({ day: '2026-01-02', nextShare: 5 });
    await rounds.save({ day: '2026-01-01', nextShare: 64 });
    expect(await rounds.find()).toEqual({ day: '2026-01-02', nextShare: 5 });
    await rounds.save({ day: '2026-01-02', nextShare: 6 });
    await rounds.save({ day: '2026-01-03', nextShare: 1 });
    expect(await rounds.find()).toEqual({ day: '2026-01-03', nextShare: 1 });
  });
});

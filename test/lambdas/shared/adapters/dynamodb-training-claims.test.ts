import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDynamoDbOptOuts } from '../../../../lambdas/shared/adapters/dynamodb-opt-outs.ts';
import { makeDynamoDbPseudonymKeys } from '../../../../lambdas/shared/adapters/dynamodb-pseudonym-keys.ts';
import { makeDynamoDbTrainingClaims } from '../../../../lambdas/shared/adapters/dynamodb-training-claims.ts';
import { fakeSleep } from '../../support/fake-sleep.ts';
import { putItems } from '../../support/put-items.ts';
import { recordingTelemetry } from '../../support/recording-telemetry.ts';
import { startDynamoDb } from '../../support/start-dynamodb.ts';

let db: Awaited<ReturnType<typeof startDynamoDb>>;
beforeAll(async () => {
  db = await startDynamoDb();
});
afterAll(() => db.close());

const options = (tableName: string) => ({
  client: db.client,
  tableName,
  sleep: fakeSleep().sleep,
  random: () => 0,
  telemetry: recordingTelemetry().telemetry,
});

describe('a claim', () => {
  const claims = () => makeDynamoDbTrainingClaims(options('MindMate-TrainingExamples'));
  const pending = (partKey: string) => ({ state: 'pending', partKey, leaseUntil: 7 }) as const;

  it('goes to who comes first, and everybody hears whose it is', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) => claims().claim('one', pending(`part-${index}`))),
    );
    expect(new Set(all.map(({ partKey }) => partKey)).size).toBe(1);
    expect((await claims().read(['one', 'never'])).get('one')).toEqual(all[0]);
  });

  it('is ours when only the answer of an earlier try was lost', async () => {
    await claims().claim('two', pending('ours'));
    expect(await claims().claim('two', pending('ours'))).toEqual(pending('ours'));
  });

  it('is taken over once, from the part that it was pending in', async () => {
    await claims().claim('three', pending('dead'));
    expect(await claims().claim('three', pending('b'), 'dead')).toEqual(pending('b'));
    expect(await claims().claim('three', pending('c'), 'dead')).toEqual(pending('b'));
    await claims().confirm(['three'], 'b');
    expect(await claims().claim('three', pending('c'), 'b')).toMatchObject({ state: 'confirmed' });
  });

  it('can be read and confirmed for more lines than one call of DynamoDB takes', async () => {
    const hashes = Array.from({ length: 230 }, (_, index) => `many-${index}`);
    await claims().confirm(hashes, 'part');
    const found = await claims().read(hashes);
    expect([...found.values()]).toEqual(
      hashes.map(() => ({ state: 'confirmed', partKey: 'part', leaseUntil: 0 })),
    );
  });

  it('on record as folded stays so', async () => {
    expect(await claims().isFolded('training-parts/x')).toBe(false);
    await claims().recordFolded(['training-parts/x', 'training-parts/y']);
    await claims().recordFolded(['training-parts/x']);
    expect(await claims().isFolded('training-parts/x')).toBe(true);
  });
});

describe("a person's key", () => {
  let made = 0;
  const randomBytes = (count: number) => Buffer.alloc(count, ++made);
  const keys = () => makeDynamoDbPseudonymKeys({ ...options('MindMate-PseudonymKeys'), randomBytes });

  it('is made once, however many ask at the same time, and is another for everybody', async () => {
    const asked = await Promise.all(Array.from({ length: 10 }, () => keys().keysOf(['a', 'b', 'a'])));
    const hex = asked.map((found) =>
      [...found].map(([id, key]) => `${id} ${Buffer.from(key).toString('hex')}`),
    );
    expect(new Set(hex.map((found) => found.toSorted().join())).size).toBe(1);
    const [first] = asked;
    expect(first?.get('a')).toHaveLength(32);
    expect(first?.get('a')).not.toEqual(first?.get('b'));
  });
});

it('consent is given unless a profile says otherwise', async () => {
  await putItems(db.client, 'EmoCompanion', [
    { PK: 'USER#out', SK: 'PROFILE', mlOptOut: true },
    { PK: 'USER#in', SK: 'PROFILE', timezone: 'Europe/Berlin' },
    { PK: 'USER#odd', SK: 'PROFILE', mlOptOut: 'perhaps' },
  ]);
  const consents = await makeDynamoDbOptOuts(options('EmoCompanion')).read(['out', 'in', 'odd', 'unknown']);
  expect(Object.fromEntries(consents)).toEqual({
    out: 'opted-out',
    in: 'given',
    odd: 'unparsable-profile',
    unknown: 'given',
  });
});

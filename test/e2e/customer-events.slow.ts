import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { customerEventClients, withoutModel } from './customer-events.ts';
import { customerPopulation, differing } from './customer-population.ts';

const malformed = 60;

let aws: TestAws;
let clients: ReturnType<typeof customerEventClients>;
beforeAll(async () => {
  aws = await startTestAws({ catalog: withoutModel() });
  clients = customerEventClients(aws);
});
afterAll(async () => {
  clients.close();
  await aws.close();
});

it('100,000 events, shuffled, doubled and some malformed, give every customer the features of the batch', async () => {
  const { customers, records } = customerPopulation({ count: 290, malformed });
  expect(records.length).toBeGreaterThan(100_000);
  const startedAt = performance.now();
  await clients.put(records);
  const putAt = performance.now();
  await aws.settled();
  const settledAt = performance.now();
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  console.log(
    `${records.length} records of ${customers.length} customers: put in ${seconds(putAt - startedAt)} s, all done with ${seconds(settledAt - putAt)} s later.`,
  );

  expect(await differing(customers, clients)).toEqual([]);
  const discarded = await clients.discarded();
  expect(discarded.map(({ KinesisBatchInfo }) => KinesisBatchInfo.batchSize)).toEqual(
    Array.from({ length: malformed }, () => 1),
  );
});

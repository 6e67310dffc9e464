import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seededRandom } from '../../ml/random/seeded-random.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { narrative, narrativeClients, thisMonth } from './narrative-clients.ts';

// `npm run bench` writes 10,000.
const examples = 1000;
const repeatedShare = 0.2;
const writers = 50;

let aws: TestAws;
beforeAll(async () => {
  aws = await startTestAws();
});
afterAll(() => aws.close());

it('50 writers at once, a fifth of repeats, compaction meanwhile: a reader sees each line once at every moment', async () => {
  // Files of 100 KB and parts of 10 KB, so that files fill up while they are read.
  const clients = narrativeClients(aws, { maxFileBytes: 100_000, maxPartBytes: 10_000 });
  const month = thisMonth();
  const distinct = examples * (1 - repeatedShare);
  const order = seededRandom(5).shuffle(Array.from({ length: examples }, (_, index) => index % distinct));
  const settled = new Set<number>();
  let answered = { stored: 0, duplicate: 0 };
  let isWriting = true;

  const write = async (mine: readonly number[]) => {
    for (let open = mine; open.length > 0; await sleep(50)) {
      const outcomes = await clients.format(open.map((n) => narrative(n)));
      const isSettled = (index: number) => {
        const outcome = outcomes[index]!;
        if (outcome.success) answered = { ...answered, stored: answered.stored + 1 };
        else if (outcome.reason === 'duplicate') {
          answered = { ...answered, duplicate: answered.duplicate + 1 };
        } else expect(outcome.reason).toBe('in-progress');
        return outcome.success || outcome.reason === 'duplicate';
      };
      const done = open.map((_, index) => isSettled(index));
      for (const [index, n] of open.entries()) if (done[index]) settled.add(n);
      open = open.filter((_, index) => !done[index]);
    }
  };
  const look = async () => {
    const known = settled.size;
    const lines = await clients.read(month);
    expect(new Set(lines.map((line) => JSON.parse(line).output)).size).toBe(lines.length);
    expect(lines.length).toBeGreaterThanOrEqual(known);
    return lines.length;
  };
  const repeat = async (work: () => Promise<unknown>) => {
    for (; isWriting; await sleep(100)) await work();
  };
  const others = [repeat(look), repeat(() => clients.compact({})), repeat(() => clients.compact({}))];
  const share = examples / writers;
  await Promise.all(
    Array.from({ length: writers }, (_, writer) => write(order.slice(writer * share, (writer + 1) * share))),
  );
  isWriting = false;
  await Promise.all(others);

  expect(await look()).toBe(distinct);
  await clients.compact({});
  expect(await look()).toBe(distinct);
  expect(answered).toEqual({ stored: distinct, duplicate: examples - distinct });
  expect(clients.log.filter(({ level }) => level === 'error')).toEqual([]);
  clients.close();
}, 180_000);

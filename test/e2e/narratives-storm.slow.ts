import { setTimeout as sleep } from 'node:timers/promises';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { seededRandom } from '../../ml/random/seeded-random.ts';
import type { Fault } from '../support/aws-fault.ts';
import { type FaultedAws, startFaultedAws } from '../support/faulted-aws.ts';
import type { ArmedFault } from '../support/faulting-proxy.ts';
import { invokeByName } from './app-table.ts';
import { narrative, narrativeClients, thisMonth } from './narrative-clients.ts';

const examples = 10_000;
const distinct = examples * 0.8;
const writers = 50;
const batchSize = 20;
/** Of the calls of each operation, one in so many meets a fault: by turns, each of these. */
const harmedOneIn = 29;
const faults: readonly Fault[] = [
  'reset-before',
  'reset-after',
  'server-error',
  'server-error-after',
  'throttled',
  'refused-before',
  'refused-after',
  'cut',
];

let faulted: FaultedAws;
beforeAll(async () => {
  faulted = await startFaultedAws(['formatTrainingNarrative', 'compactTrainingData'], () => ({}));
});
afterAll(() => faulted.close());

/** Calls harmed by now, by operation, and what to arm a proxy with. */
const makeStorm = () => {
  const seen = new Map<string, number>();
  const harmed = new Map<string, number>();
  let hits = 0;
  const armed: ArmedFault = {
    hits: (call) => {
      const operation = call.split(' ').slice(0, 2).join(' ');
      const count = (seen.get(operation) ?? 0) + 1;
      seen.set(operation, count);
      if (count % harmedOneIn !== 0) return false;
      harmed.set(operation, (harmed.get(operation) ?? 0) + 1);
      hits += 1;
      return true;
    },
    get fault() {
      return faults[hits % faults.length]!;
    },
  };
  return { armed, harmed };
};

const Results = z.object({
  results: z.array(z.object({ success: z.boolean(), reason: z.string().optional() })),
});
type Results = z.infer<typeof Results>['results'];

/** The three ways in; each may fail as a whole or in part. */
const waysIn = ({ aws, proxy }: FaultedAws, shaken: ReturnType<typeof narrativeClients>, sqs: SQSClient) => {
  const QueueUrl = `${proxy.endpoint}/000000000000/mindmate-narratives`;
  return {
    function: async (numbers: readonly number[]): Promise<Results> => {
      const requests = numbers.map((n) => narrative(n));
      const { body } = await invokeByName(aws, 'wellcast-formatTrainingNarrative', { requests });
      return Results.parse(body).results;
    },
    useCase: async (numbers: readonly number[]): Promise<Results> => [
      ...(await shaken.format(numbers.map((n) => narrative(n)))),
    ],
    /** Nobody hears what became of them. */
    queue: async (numbers: readonly number[]): Promise<Results> => {
      for (const n of numbers) {
        const message = { QueueUrl, MessageBody: JSON.stringify(narrative(n)) };
        const send = () =>
          sqs.send(new SendMessageCommand(message)).then(
            () => true,
            () => false,
          );
        while (!(await send()));
      }
      return numbers.map(() => ({ success: false, reason: 'sent' }));
    },
  };
};

it('10,000 examples of 50 writers, a fifth repeats, on three ways in, with faults at every kind of call and compaction meanwhile: a reader sees each once at every moment', async () => {
  const { aws, proxy } = faulted;
  const limits = { maxFileBytes: 1_000_000, maxPartBytes: 100_000 };
  const shaken = narrativeClients(aws, { endpoint: proxy.endpoint, ...limits });
  const calm = narrativeClients(aws);
  const sqs = new SQSClient({ ...aws.client, endpoint: proxy.endpoint });
  const ways = waysIn(faulted, shaken, sqs);
  const order = seededRandom(7).shuffle(Array.from({ length: examples }, (_, index) => index % distinct));
  const settled = new Set<string>();
  let isWriting = true;

  const write = async (mine: readonly number[], send: (numbers: readonly number[]) => Promise<Results>) => {
    for (let from = 0; from < mine.length; from += batchSize) {
      for (let open = mine.slice(from, from + batchSize); open.length > 0; await sleep(50)) {
        const results = await send(open).catch((): Results => []);
        for (const [index, n] of open.entries()) {
          const { success = false, reason = 'lost' } = results[index] ?? {};
          if (success || reason === 'duplicate') settled.add(narrative(n).narrative);
        }
        open = open.filter((n, at) => results[at]?.reason !== 'sent' && !settled.has(narrative(n).narrative));
      }
    }
  };
  const look = async () => {
    const known = [...settled];
    const outputs = (await calm.read(thisMonth())).map((line) => String(JSON.parse(line).output));
    const seen = new Set(outputs);
    expect(seen.size, 'no line twice').toBe(outputs.length);
    expect(
      known.filter((text) => !seen.has(text)),
      'none lost',
    ).toEqual([]);
    return seen.size;
  };
  const repeat = async (work: () => Promise<unknown>, pauseMs: number) => {
    for (; isWriting; await sleep(pauseMs)) await work();
  };

  const { armed, harmed } = makeStorm();
  proxy.arm(armed);
  const others = [
    repeat(look, 200),
    repeat(() => shaken.compact({}).catch(() => {}), 100),
    repeat(() => invokeByName(aws, 'wellcast-compactTrainingData', {}).catch(() => {}), 300),
    // Claims of calls that failed come free, and of some that are only slow.
    repeat(async () => shaken.passLease(), 2000),
  ];
  await Promise.all(
    Array.from({ length: writers }, (_, writer) => {
      const mine = order.filter((__, index) => index % writers === writer);
      if (writer % 10 === 0) return write(mine, ways.queue);
      return write(mine, writer % 2 === 0 ? ways.function : ways.useCase);
    }),
  );
  isWriting = false;
  await Promise.all(others);
  await aws.settled();
  proxy.arm();
  for (const operation of ['s3 GET', 's3 PUT', 's3 HEAD', 'dynamodb PutItem', 'sqs SendMessage']) {
    expect(harmed.get(operation) ?? 0, operation).toBeGreaterThan(0);
  }

  // Once more with nothing failing: what a dead letter or a lost claim left is made good, and nothing is doubled.
  shaken.passLease();
  const all = Array.from({ length: distinct }, (_, n) => narrative(n));
  for (let from = 0; from < distinct; from += 500) {
    for (const outcome of await shaken.format(all.slice(from, from + 500))) {
      expect(outcome.success || outcome.reason).toBeOneOf([true, 'duplicate']);
    }
  }
  expect(await look()).toBe(distinct);
  expect(await shaken.compact({})).toMatchObject({ unfinished: 0 });
  expect(await look()).toBe(distinct);
  sqs.destroy();
  shaken.close();
  calm.close();
}, 900_000);

import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { type KillableWellcast, startKillableWellcast } from '../support/killable-wellcast.ts';
import { invokeByName } from './app-table.ts';
import { narrative, narrativeClients, thisMonth } from './narrative-clients.ts';

const batchSize = 20;
const batchesPerRound = 8;
/** Answers that come before a kill, so that it meets work under way. */
const answersFirst = 3;
/** When after the last of them, as shares of the time that a batch takes. */
const killedAt = [0.2, 0.7];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'wellcast-narratives-killed-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const start = () => startKillableWellcast(path.join(folder, 'data'));
const textOf = (n: number) => narrative(n).narrative;
const batchesOf = (round: number) =>
  Array.from({ length: batchesPerRound }, (_, batch) =>
    Array.from({ length: batchSize }, (__, at) => (round * batchesPerRound + batch) * batchSize + at),
  );

const Results = z.object({
  results: z.array(z.object({ success: z.boolean(), reason: z.string().optional() })),
});

/** What the function answers to these examples; nothing, if it was killed first. */
const format = async (aws: KillableWellcast, numbers: readonly number[]) => {
  const requests = numbers.map((n) => narrative(n));
  const { body } = await invokeByName(aws, 'wellcast-formatTrainingNarrative', { requests });
  return Results.parse(body).results;
};
const compact = (aws: KillableWellcast) => invokeByName(aws, 'wellcast-compactTrainingData', {});

/** The texts that a reader sees, each once. */
const readOnce = async (aws: KillableWellcast): Promise<ReadonlySet<string>> => {
  const clients = narrativeClients(aws);
  const lines = await clients.read(thisMonth());
  clients.close();
  const texts = new Set(lines.map((line) => String(JSON.parse(line).output)));
  expect(texts.size).toBe(lines.length);
  return texts;
};

/** Two send the same from either end and one folds, until everything is killed. @returns texts known to be stored */
const workUntilKilled = async (aws: KillableWellcast, round: number, share: number) => {
  const stored: string[] = [];
  let answers = 0;
  const { promise: underWay, resolve } = Promise.withResolvers<number>();
  const send = async (batches: readonly (readonly number[])[]) => {
    for (const numbers of batches) {
      const startedAt = performance.now();
      const results = await format(aws, numbers);
      stored.push(...numbers.filter((_, at) => results[at]?.success).map(textOf));
      answers += 1;
      if (answers === answersFirst) resolve(performance.now() - startedAt);
    }
  };
  const fold = async () => {
    for (;;) await compact(aws);
  };
  const work = Promise.allSettled([send(batchesOf(round)), send(batchesOf(round).toReversed()), fold()]);
  await sleep((await underWay) * share);
  await aws.kill();
  expect((await work).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  return stored;
};

it('examples sent and folded while everything is killed again and again are each there once in the end', async () => {
  let aws = await start();
  const stored = new Set<string>();
  for (const [round, share] of killedAt.entries()) {
    for (const text of await workUntilKilled(aws, round, share)) stored.add(text);
    aws = await start();
    const read = await readOnce(aws);
    expect([...stored.difference(read)]).toEqual([]);
  }

  const all = killedAt.flatMap((_, round) => batchesOf(round).flat());
  const wanted = new Set(all.map(textOf));
  const clients = narrativeClients(aws);
  // Whoever held a claim is dead; its lease is passed by the clock rather than by waiting.
  clients.passLease();
  const sendAll = async () => {
    const outcomes = await clients.format(all.map((n) => narrative(n)));
    return Object.groupBy(outcomes, (outcome) => (outcome.success ? 'stored' : outcome.reason));
  };
  const { stored: late = [], duplicate = [], ...others } = await sendAll();
  expect(others).toEqual({});
  expect(late.length + duplicate.length).toBe(wanted.size);
  expect(duplicate.length).toBeGreaterThanOrEqual(stored.size);
  expect(await readOnce(aws)).toEqual(wanted);
  expect((await compact(aws)).body).toMatchObject({ unfinished: 0 });
  expect(await readOnce(aws)).toEqual(wanted);
  expect((await sendAll()).duplicate).toHaveLength(wanted.size);
  clients.close();
  await aws.kill();
}, 120_000);

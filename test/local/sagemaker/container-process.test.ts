import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startContainerProcess } from '../../../local/sagemaker/container-process.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wellcast-process-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs a shell script until it says `ready`. */
const start = async (script: string) => {
  const ready = Promise.withResolvers<void>();
  const training = startContainerProcess({
    command: ['sh', '-c', script],
    variables: { PATH: process.env.PATH ?? '' },
    logFile: path.join(folder, 'log'),
    onLine: (line) => line === 'ready' && ready.resolve(),
  });
  await ready.promise;
  return training;
};

test('a container that does not listen is killed with its children when the grace period is over', async () => {
  const training = await start('trap "" TERM; echo ready; while :; do sleep 60; done');
  training.stop(20);

  expect(await training.exitCode).toBe(128 + 9);
});

test('one that listens may end by itself within that time', async () => {
  const training = await start('trap "exit 7" TERM; echo ready; while :; do sleep 0.01; done');
  training.stop(60_000);

  expect(await training.exitCode).toBe(7);
});

/**
 * Time, memory and cost per person of prepareTrainingData on the local AWS, beside the seed's way: one person at
 * a time, each of three Lambdas in turn.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as z from 'zod';

const Measured = z.object({
  seconds: z.number(),
  peakMb: z.number(),
  rows: z.number(),
  oneByOneSecondsPerUser: z.number(),
});

/** US dollars per GB-second of an arm64 Lambda, us-east-1. */
const dollarsPerGbSecond = 0.0000133334;
const lambdaGb = 2;

/** Those of `npm start`: less garbage is let lie, at no cost that shows. */
const nodeFlags = ['--max-semi-space-size=2'];

const child = (step: 'load' | 'measure', users: number, dataDir: string): string => {
  const script = path.join(import.meta.dirname, 'preparation-child.ts');
  const run = spawnSync(process.execPath, [...nodeFlags, script, step, String(users), dataDir], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`${step} of ${users} users ended with ${run.status ?? run.signal}`);
  return run.stdout;
};

/**
 * @param sizes - numbers of people, each measured in a process of its own on a table loaded by another, so that
 *   peak memory is that of the preparation alone
 */
export const benchPreparation = async (sizes: readonly number[]): Promise<void> => {
  process.stdout.write('\nprepareTrainingData on the local AWS, 180 days a person\n');
  process.stdout.write(
    '  users   seconds   users/s   peak MB   ms/user   $/1,000 users   one by one: ms/user   ratio\n',
  );
  for (const users of sizes) {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'wellcast-bench-'));
    try {
      child('load', users, dataDir);
      const m = Measured.parse(JSON.parse(child('measure', users, dataDir)));
      const perUser = m.seconds / users;
      const cells = [
        users.toLocaleString('en').padStart(7),
        m.seconds.toFixed(1).padStart(9),
        (users / m.seconds).toFixed(0).padStart(9),
        m.peakMb.toFixed(0).padStart(9),
        (perUser * 1000).toFixed(1).padStart(9),
        (perUser * 1000 * lambdaGb * dollarsPerGbSecond).toFixed(5).padStart(15),
        (m.oneByOneSecondsPerUser * 1000).toFixed(1).padStart(21),
        `${(m.oneByOneSecondsPerUser / perUser).toFixed(1)}×`.padStart(7),
      ];
      process.stdout.write(`${cells.join(' ')}\n`);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
};

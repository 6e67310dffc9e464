/** Time and memory of the training pipeline on the local AWS, as the number of people grows. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as z from 'zod';

const Measured = z.object({
  seconds: z.number(),
  cpuSeconds: z.number(),
  usersConsidered: z.number(),
  rows: z.number(),
  children: z.number(),
  extractSeconds: z.number(),
  planSeconds: z.number(),
  writeSeconds: z.number(),
  childHeapMb: z.number(),
  peakMb: z.number(),
});

/** Those of `npm start`: less garbage is let lie, at no cost that shows. */
const nodeFlags = ['--max-semi-space-size=2'];

const child = (step: 'load' | 'measure', users: number, dataDir: string): string => {
  const script = path.join(import.meta.dirname, 'fan-out-child.ts');
  const run = spawnSync(process.execPath, [...nodeFlags, script, step, String(users), dataDir], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`${step} of ${users} users ended with ${run.status ?? run.signal}`);
  return run.stdout;
};

/**
 * @param sizes - numbers of people, each measured in a process of its own on a table loaded by another, so that
 *   peak memory is that of the pipeline alone
 */
export const benchFanOut = (sizes: readonly number[]): void => {
  process.stdout.write('\nThe training pipeline on the local AWS, 120 days a person, 500 people a shard\n');
  process.stdout.write(
    '   users   shards   seconds   ms/user   CPU ms/user   extract ms/user   write ms/user   plan s   child heap MB   peak MB\n',
  );
  for (const users of sizes) {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'wellcast-bench-'));
    try {
      child('load', users, dataDir);
      const m = Measured.parse(JSON.parse(child('measure', users, dataDir)));
      if (m.usersConsidered !== users) throw new Error(`${m.usersConsidered} of ${users} users were seen`);
      const perUser = (seconds: number) => ((seconds / users) * 1000).toFixed(2);
      const cells = [
        users.toLocaleString('en').padStart(8),
        String(m.children).padStart(8),
        m.seconds.toFixed(1).padStart(9),
        perUser(m.seconds).padStart(9),
        perUser(m.cpuSeconds).padStart(13),
        perUser(m.extractSeconds).padStart(17),
        perUser(m.writeSeconds).padStart(15),
        m.planSeconds.toFixed(2).padStart(8),
        String(m.childHeapMb).padStart(15),
        m.peakMb.toFixed(0).padStart(9),
      ];
      process.stdout.write(`${cells.join(' ')}\n`);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
};

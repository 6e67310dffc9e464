/**
 * Training lines on the local AWS: 50 writers at once with a fifth of repeats and compaction meanwhile, and what
 * adding lines costs beside download–append–upload, the seed's way.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as z from 'zod';

const Written = z.object({
  seconds: z.number(),
  peakMb: z.number(),
  lines: z.number(),
  distinct: z.number(),
});
const Appended = z.object({ seedMs: z.number(), partMs: z.number(), fileMb: z.number() });

const child = (step: 'write' | 'append', size: number): unknown => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'wellcast-bench-'));
  try {
    const script = path.join(import.meta.dirname, 'narratives-child.ts');
    const run = spawnSync(
      process.execPath,
      ['--max-semi-space-size=2', script, step, String(size), dataDir],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    if (run.status !== 0) throw new Error(`${step} of ${size} ended with ${run.status ?? run.signal}`);
    return JSON.parse(run.stdout);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};

const row = (cells: readonly string[]) =>
  process.stdout.write(`${cells.map((cell) => cell.padStart(12)).join('')}\n`);

/** @param sizes - numbers of examples, each in a process of its own that holds the local AWS too */
export const benchNarratives = (sizes: readonly number[] = [1_000, 5_000, 10_000]): void => {
  process.stdout.write(
    '\nTraining lines: 50 writers, a fifth of repeats, compaction every second meanwhile\n',
  );
  row(['examples', 'seconds', 'examples/s', 'peak MB', 'lines', 'expected']);
  for (const size of sizes) {
    const m = Written.parse(child('write', size));
    row([
      size.toLocaleString('en'),
      m.seconds.toFixed(1),
      (size / m.seconds).toFixed(0),
      m.peakMb.toFixed(0),
      m.lines.toLocaleString('en'),
      m.distinct.toLocaleString('en'),
    ]);
  }
  process.stdout.write('\nAdding 100 lines to a file that has some already\n');
  row(['lines', 'file MB', 'seed ms', 'ours ms', 'ratio']);
  for (const size of [1_000, 10_000, 50_000]) {
    const m = Appended.parse(child('append', size));
    row([
      size.toLocaleString('en'),
      m.fileMb.toFixed(1),
      m.seedMs.toFixed(1),
      m.partMs.toFixed(1),
      `${(m.seedMs / m.partMs).toFixed(0)}×`,
    ]);
  }
};

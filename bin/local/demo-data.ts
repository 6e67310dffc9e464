import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { UsageError } from '../cli/usage-error.ts';

/** Which made-up people a data directory holds; written before loading begins and marked when it is complete. */
export const DemoData = z.strictObject({
  schemaVersion: z.literal(1),
  users: z.int(),
  seed: z.int(),
  days: z.int(),
  /** Last simulated date, in days since 1970-01-01. */
  endDay: z.int(),
  loaded: z.boolean(),
});
export type DemoData = z.infer<typeof DemoData>;

export interface PopulationOptions {
  readonly users?: number;
  readonly seed?: number;
  readonly days?: number;
}

const fileIn = (dataDir: string) => path.join(dataDir, 'demo.json');

/** What an earlier start put there, or undefined. */
export const readDemoData = async (dataDir: string): Promise<DemoData | undefined> => {
  const text = await readFile(fileIn(dataDir), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : DemoData.parse(JSON.parse(text));
};

/** Written by rename, so that a crash leaves the old file or the new one. */
export const writeDemoData = async (dataDir: string, data: DemoData): Promise<void> => {
  const draft = `${fileIn(dataDir)}.new`;
  await writeFile(draft, `${JSON.stringify(data, null, 2)}\n`);
  await rename(draft, fileIn(dataDir));
};

/**
 * The people to work with: those that are there, or new ones.
 *
 * @param today - date in days since 1970-01-01, UTC; simulation ends two days before it, so that the default
 *   cut-off, nine days before today, has its seven days of look-ahead
 * @throws {UsageError} when other people were asked for than those that are there
 */
export const choosePopulation = (
  existing: DemoData | undefined,
  asked: PopulationOptions,
  today: number,
): DemoData => {
  if (existing === undefined) {
    const { users = 200, seed = 1, days = 180 } = asked;
    return { schemaVersion: 1, users, seed, days, endDay: today - 2, loaded: false };
  }
  for (const name of ['users', 'seed', 'days'] as const) {
    if (asked[name] !== undefined && asked[name] !== existing[name]) {
      throw new UsageError(
        `the data directory holds ${existing.users} people made with seed ${existing.seed} over ${existing.days} days, ` +
          `but --${name} ${asked[name]} was asked for: add --fresh to start over, or --data-dir for a second one`,
      );
    }
  }
  return existing;
};

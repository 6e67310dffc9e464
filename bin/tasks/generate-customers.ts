import { once } from 'node:events';
import type { WriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { bestPossible } from '../../ml/synthetic/customers/best-possible.ts';
import { csvLine, customerRow } from '../../ml/synthetic/customers/customer-row.ts';
import { makeCustomerStatistics } from '../../ml/synthetic/customers/customer-statistics.ts';
import {
  generateCustomers,
  type SyntheticCustomer,
} from '../../ml/synthetic/customers/generate-customers.ts';
import type { CustomerLabels } from '../../ml/synthetic/customers/label-customer.ts';
import { messagesOfCustomer } from '../../ml/synthetic/customers/messages-of-customer.ts';
import { customerStatisticsLines } from '../cli/customer-statistics-table.ts';
import { openOutput } from '../cli/open-output.ts';
import { makeProgress } from '../cli/progress.ts';
import { UsageError } from '../cli/usage-error.ts';

export interface GenerateCustomersOptions {
  readonly count: number;
  readonly seed: number;
  readonly thriving: number;
  readonly healthy: number;
  readonly atRisk: number;
  readonly churned: number;
  /** Days since 1970-01-01. */
  readonly cutoff?: number;
  readonly output: string;
  readonly events?: string;
  readonly json: boolean;
}

/** Features end there. Fixed, so that the same seed makes the same bytes on any day. */
const usualCutoff = Date.UTC(2026, 0, 1);
const millisecondsPerDay = 86_400_000;

const write = async (stream: WriteStream, line: string) => {
  if (!stream.write(`${line}\n`)) await once(stream, 'drain');
};

const close = async (stream: WriteStream) => {
  stream.end();
  await once(stream, 'finish');
};

const writeEvents = async (stream: WriteStream, customer: SyntheticCustomer, cutoff: number) => {
  const events = customer.events.filter(({ at }) => at <= cutoff);
  for (const message of messagesOfCustomer({ profile: customer.profile, events })) {
    await write(stream, JSON.stringify(message));
  }
};

/** Customers who never were, as the files that a trainer reads, and what is known of them. */
export const generateCustomerFiles = async (options: GenerateCustomersOptions): Promise<void> => {
  const { count, seed, thriving, healthy, atRisk, churned, output } = options;
  const shares = { thriving, healthy, at_risk: atRisk, churned };
  if (thriving + healthy + atRisk + churned === 0) {
    throw new UsageError('All segments have a share of 0: give --thriving or another more than that');
  }
  const cutoff = options.cutoff === undefined ? usualCutoff : options.cutoff * millisecondsPerDay;
  const progress = makeProgress(process.stderr, Date.now);
  progress.step(`Making ${count.toLocaleString('en')} customers (seed ${seed})`);
  await mkdir(output, { recursive: true });
  const open = (name: string) => openOutput(path.join(output, name));
  const splits = {
    train: await open('train.jsonl'),
    validation: await open('validation.jsonl'),
    test: await open('test.jsonl'),
  };
  const csv = await open('train.csv');
  const full = await open('full_dataset.jsonl');
  const events = options.events === undefined ? undefined : await openOutput(options.events);
  const statistics = makeCustomerStatistics();
  const testLabels: CustomerLabels[] = [];
  const sizes = { train: 0, validation: 0, test: 0 };
  let made = 0;
  for (const customer of generateCustomers({ count, seed, shares, cutoff })) {
    const row = customerRow(customer, cutoff);
    const line = JSON.stringify(row);
    await write(full, line);
    await write(splits[customer.split], line);
    if (customer.split === 'train') {
      if (sizes.train === 0) await write(csv, csvLine(Object.keys(row)));
      await write(csv, csvLine(Object.values(row)));
    }
    if (events !== undefined) await writeEvents(events, customer, cutoff);
    sizes[customer.split] += 1;
    statistics.add(row);
    if (customer.split === 'test') testLabels.push(customer.labels);
    progress.tick(++made, count, 'customers');
  }
  for (const stream of [...Object.values(splits), csv, full, ...(events ? [events] : [])]) {
    await close(stream);
  }
  progress.done(`${sizes.train} to train, ${sizes.validation} to validate, ${sizes.test} to test`);
  const gathered = statistics.result();
  const best = bestPossible(testLabels);
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ output: path.resolve(output), seed, sizes, ...gathered, best })}\n`
      : `${customerStatisticsLines(gathered, best).join('\n')}\n`,
  );
};

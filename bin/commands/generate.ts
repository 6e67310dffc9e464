import { Command, InvalidArgumentError } from 'commander';
import { realNumber, wholeNumber } from '../cli/number-option.ts';
import type { GenerateCustomersOptions } from '../tasks/generate-customers.ts';
import type { GenerateOptions } from '../tasks/generate-users.ts';
import type { GenerateWearableOptions } from '../tasks/generate-wearable.ts';

const millisecondsPerDay = 86_400_000;

const dateOption = (text: string): number => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw new InvalidArgumentError('It takes a date such as 2026-03-31.');
  return at / millisecondsPerDay;
};

const users = new Command('users')
  .description("Made-up people as items of the app's table, one JSON object a line")
  .option('--users <n>', 'how many', wholeNumber(1, 10_000_000), 200)
  .option('--seed <n>', 'the same seed makes the same bytes', wholeNumber(0, 2 ** 31), 1)
  .option('--days <n>', 'days of history per person', wholeNumber(1, 3650), 180)
  .option('--end-date <date>', 'the last day (default: the day before yesterday)', dateOption)
  .option('--output <file>', 'where the items go', 'users.jsonl')
  .option('--risks <file>', "also each person's true risk and label, as CSV")
  .option('--json', 'print the result as JSON', false)
  .action(async (options: GenerateOptions) => {
    const { generateUsers } = await import('../tasks/generate-users.ts');
    await generateUsers(options);
  });

const wearable = new Command('wearable')
  .description("What made-up people's watches record, as CSV: normal, anomalous, all, and scenarios")
  .option('--samples <n>', 'how many, at 5 s', wholeNumber(500, 100_000_000), 25_000)
  .option('--people <n>', 'whose (default: one for every 1,250 samples)', wholeNumber(1, 200_000))
  .option('--seed <n>', 'the same seed makes the same bytes', wholeNumber(0, 2 ** 31), 1)
  .option('--output <dir>', 'where the files go', 'wearable')
  .option('--json', 'print the result as JSON', false)
  .action(async (options: GenerateWearableOptions) => {
    const { generateWearableFiles } = await import('../tasks/generate-wearable.ts');
    await generateWearableFiles(options);
  });

const customers = new Command('customers')
  .description('Customers of a tutor marketplace, from simulated events: train, validation and test')
  .option('--count <n>', 'how many', wholeNumber(20, 1_000_000), 10_000)
  .option('--seed <n>', 'the same seed makes the same bytes', wholeNumber(0, 2 ** 31), 1)
  .option('--thriving <share>', 'of the customers, per cent', realNumber(0, 100), 30)
  .option('--healthy <share>', 'likewise', realNumber(0, 100), 40)
  .option('--at-risk <share>', 'likewise', realNumber(0, 100), 20)
  .option('--churned <share>', 'likewise', realNumber(0, 100), 10)
  .option('--cutoff <date>', 'features end there, labels begin (default: 2026-01-01)', dateOption)
  .option('--output <dir>', 'where the files go', 'customers')
  .option('--events <file>', 'also the events up to then, one a line, as the stream takes them')
  .option('--json', 'print the result as JSON', false)
  .action(async (options: GenerateCustomersOptions) => {
    const { generateCustomerFiles } = await import('../tasks/generate-customers.ts');
    await generateCustomerFiles(options);
  });

/** `wellcast generate`: data that nobody lived. */
export const generateCommand = (): Command =>
  new Command('generate')
    .description('Make synthetic data')
    .addCommand(users)
    .addCommand(wearable)
    .addCommand(customers);

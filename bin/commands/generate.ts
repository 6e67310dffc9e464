import { once } from 'node:events';
import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { generatePopulation } from '../../ml/synthetic/population.ts';
import { wholeNumber } from '../cli/number-option.ts';
import { openOutput } from '../cli/open-output.ts';
import { makeProgress } from '../cli/progress.ts';
import { bestPossibleAuc, type JudgedPerson, judgePerson } from '../local/judge-person.ts';

const millisecondsPerDay = 86_400_000;

const dateOption = (text: string): number => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw new InvalidArgumentError('It takes a date such as 2026-03-31.');
  return at / millisecondsPerDay;
};

interface GenerateOptions {
  readonly users: number;
  readonly seed: number;
  readonly days: number;
  readonly endDate?: number;
  readonly output: string;
  readonly risks?: string;
  readonly json: boolean;
}

const writeRisks = async (file: string, judged: readonly JudgedPerson[]) => {
  const stream = await openOutput(file);
  stream.write('userId,cutoff,risk,label\n');
  for (const { userId, cutoff, risk, label } of judged) {
    stream.write(`${userId},${new Date(cutoff).toISOString()},${risk},${label}\n`);
  }
  stream.end();
  await once(stream, 'finish');
};

const generate = async (options: GenerateOptions): Promise<void> => {
  const { users, seed, days, output } = options;
  const endDay = options.endDate ?? Math.floor(Date.now() / millisecondsPerDay) - 2;
  const progress = makeProgress(process.stderr, Date.now);
  const stream = await openOutput(output);
  progress.step(`Making ${users.toLocaleString('en')} people with ${days} days each (seed ${seed})`);
  let people = 0;
  let items = 0;
  const judged: JudgedPerson[] = [];
  for (const person of generatePopulation({ users, seed, days, endDay })) {
    for (const item of person.items) {
      items += 1;
      if (!stream.write(`${JSON.stringify(item)}\n`)) await once(stream, 'drain');
    }
    const judgement = judgePerson(person);
    if (judgement) judged.push(judgement);
    progress.tick(++people, users, 'people');
  }
  stream.end();
  await once(stream, 'finish');
  if (options.risks !== undefined) await writeRisks(options.risks, judged);
  progress.done(`${items.toLocaleString('en')} items`);

  const labels = judged.map((person) => person.label);
  const crises = labels.filter((label) => label === 1).length;
  const bestAuc = bestPossibleAuc(judged);
  const result = {
    output: path.resolve(output),
    users,
    seed,
    days,
    items,
    labelled: labels.length,
    crises,
    bestAuc,
  };
  process.stdout.write(
    options.json
      ? `${JSON.stringify(result)}\n`
      : `${items.toLocaleString('en')} items of ${users.toLocaleString('en')} people in ${output}\n` +
          `${labels.length.toLocaleString('en')} can be labelled, ${crises.toLocaleString('en')} as a crisis; ` +
          `the best AUC that any model could reach on them is ${bestAuc?.toFixed(3) ?? 'unknown'}\n`,
  );
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
  .action(generate);

/** `wellcast generate`: data that nobody lived. */
export const generateCommand = (): Command =>
  new Command('generate').description('Make synthetic data').addCommand(users);

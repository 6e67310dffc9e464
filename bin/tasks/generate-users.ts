import { once } from 'node:events';
import path from 'node:path';
import { generatePopulation } from '../../ml/synthetic/population.ts';
import { openOutput } from '../cli/open-output.ts';
import { makeProgress } from '../cli/progress.ts';
import { bestPossibleAuc, type JudgedPerson, judgePerson } from '../local/judge-person.ts';

const millisecondsPerDay = 86_400_000;

export interface GenerateOptions {
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

/** Made-up people as lines of JSON, and what could be known of them. */
export const generateUsers = async (options: GenerateOptions): Promise<void> => {
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

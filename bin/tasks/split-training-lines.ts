import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { splitLinePersons } from '../../ml/narratives/split-line-persons.ts';
import { TrainingLine } from '../../ml/narratives/verify/training-line.ts';
import { openOutput } from '../cli/open-output.ts';
import { table } from '../cli/table.ts';
import { openTrainingLines, type TrainingLinesOptions } from '../cli/training-lines.ts';

export interface SplitOptions extends TrainingLinesOptions {
  readonly output: string;
  readonly validationSplit: number;
  readonly seed: number;
  readonly json: boolean;
}

/** The pseudonyms are secret enough: whoever sees them sees who is on which side. */
const secret = 'wellcast narratives split';

const personOf = (line: string): string => {
  const parsed = TrainingLine.safeParse(JSON.parse(line));
  const person = parsed.success ? parsed.data.metadata?.user_id : undefined;
  if (person === undefined) {
    throw new Error(
      'A line does not say whose it is, so that nobody could be kept on one side: it was written with ' +
        'includeMetadata: false, or is none of ours (wellcast narratives verify tells).',
    );
  }
  return person;
};

/**
 * Writes train.jsonl and validation.jsonl with no person in both. Memory holds the people, not the lines.
 *
 * @throws {Error} when there are fewer than two people, or a line without one
 */
export const splitTrainingLines = async (options: SplitOptions): Promise<void> => {
  const lines = await openTrainingLines(new S3Client({}), options);
  const people = new Set<string>();
  for await (const { line } of lines.read()) people.add(personOf(line));
  if (people.size < 2) {
    throw new Error(`A split needs at least two people; there are lines of ${people.size}.`);
  }
  const { validationSplit, seed } = options;
  const validationPeople = splitLinePersons(people, { validationSplit, seed, secret });

  await mkdir(options.output, { recursive: true });
  const side = async (name: string, sidePeople: number) => {
    const file = path.join(options.output, `${name}.jsonl`);
    return { name, file, people: sidePeople, stream: await openOutput(file), lines: 0 };
  };
  const train = await side('train', people.size - validationPeople.size);
  const validation = await side('validation', validationPeople.size);
  for await (const { line } of lines.read()) {
    const to = validationPeople.has(personOf(line)) ? validation : train;
    to.lines += 1;
    if (!to.stream.write(`${line}\n`)) await once(to.stream, 'drain');
  }
  for (const { stream } of [train, validation]) {
    stream.end();
    await once(stream, 'finish');
  }
  const sides = [train, validation].map(({ stream: _, ...rest }) => rest);
  if (options.json) {
    process.stdout.write(`${JSON.stringify(sides)}\n`);
    return;
  }
  const rows = sides.map(({ file, ...counts }) => [
    file,
    counts.lines.toLocaleString('en'),
    counts.people.toLocaleString('en'),
  ]);
  process.stdout.write(`${table([['', 'lines', 'people'], ...rows]).join('\n')}\n`);
};

import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { splitLinePersons } from '../../ml/narratives/split-line-persons.ts';
import { openOutput } from '../cli/open-output.ts';
import { table } from '../cli/table.ts';
import { openTrainingLines, type TrainingLinesOptions } from '../cli/training-lines.ts';
import { personOf, surveyTrainingLines } from './survey-training-lines.ts';

export interface SplitOptions extends TrainingLinesOptions {
  readonly output: string;
  readonly validationSplit: number;
  readonly seed: number;
  /** Leave out what says nearly the same as a line before it. */
  readonly dropNearDuplicates: boolean;
  readonly json: boolean;
}

/** The pseudonyms are secret enough: whoever sees them sees who is on which side. */
const secret = 'wellcast narratives split';

/** A file that is written line by line. */
const openLines = async (folder: string, name: string) => {
  const file = path.join(folder, `${name}.jsonl`);
  const stream = await openOutput(file);
  let lines = 0;
  return {
    write: async (line: string) => {
      lines += 1;
      if (!stream.write(`${line}\n`)) await once(stream, 'drain');
    },
    close: async () => {
      stream.end();
      await once(stream, 'finish');
      return { name, file, lines };
    },
  };
};

/**
 * Writes train.jsonl and validation.jsonl with no person in both and, where near-duplicates are left out, a ledger of
 * what is like what.
 *
 * @throws {Error} when there are fewer than two people, or a line without one
 */
export const splitTrainingLines = async (options: SplitOptions): Promise<void> => {
  const { output, validationSplit, seed, dropNearDuplicates: nearDuplicates } = options;
  const lines = await openTrainingLines(new S3Client({}), options);
  const { people, leftOut } = await surveyTrainingLines(lines, { nearDuplicates });
  if (people.size < 2) {
    throw new Error(`A split needs at least two people; there are lines of ${people.size}.`);
  }
  const validationPeople = splitLinePersons(people, { validationSplit, seed, secret });

  await mkdir(output, { recursive: true });
  const train = await openLines(output, 'train');
  const validation = await openLines(output, 'validation');
  let at = 0;
  for await (const { line } of lines.read()) {
    const side = validationPeople.has(personOf(line)) ? validation : train;
    if (!leftOut.has(at)) await side.write(line);
    at += 1;
  }
  const results: SplitFile[] = [
    { ...(await train.close()), people: people.size - validationPeople.size },
    { ...(await validation.close()), people: validationPeople.size },
  ];
  if (nearDuplicates) {
    const ledger = await openLines(output, 'near-duplicates');
    for (const entry of leftOut.values()) await ledger.write(JSON.stringify(entry));
    results.push(await ledger.close());
  }
  print(results, options.json);
};

interface SplitFile {
  readonly name: string;
  readonly file: string;
  readonly lines: number;
  readonly people?: number;
}

const print = (results: readonly SplitFile[], json: boolean): void => {
  if (json) {
    process.stdout.write(`${JSON.stringify(results)}\n`);
    return;
  }
  const rows = results.map(({ file, lines, people }) => [
    file,
    lines.toLocaleString('en'),
    people?.toLocaleString('en') ?? '–',
  ]);
  process.stdout.write(`${table([['', 'lines', 'people'], ...rows]).join('\n')}\n`);
};

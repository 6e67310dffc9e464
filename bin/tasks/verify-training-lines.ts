import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { S3Client } from '@aws-sdk/client-s3';
import {
  type LineProblem,
  lineProblems,
  makeLineVerifier,
  type VerifiedLines,
} from '../../ml/narratives/verify/line-verifier.ts';
import { inputFile } from '../cli/input-file.ts';
import { table } from '../cli/table.ts';
import { openTrainingLines, type TrainingLinesOptions } from '../cli/training-lines.ts';

export interface VerifyOptions extends TrainingLinesOptions {
  /** Instead of the bucket's lines. */
  readonly file?: string;
  readonly json: boolean;
}

const meanings: Readonly<Record<LineProblem, string>> = {
  'not-json': 'not one JSON value',
  'wrong-shape': 'not of the documented shape',
  'other-type': 'a column of another type than before',
  repeated: 'the same answer from the same source twice',
  misplaced: 'under another domain or month than it says',
  identifying: 'tells who somebody is',
};

const verify = async (options: VerifyOptions): Promise<VerifiedLines> => {
  const verifier = makeLineVerifier();
  if (options.file === undefined) {
    const lines = await openTrainingLines(new S3Client({}), options);
    for await (const { line, ...place } of lines.read()) verifier.add(line, place);
  } else {
    const input = createReadStream(await inputFile(options.file));
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      verifier.add(line);
    }
  }
  return verifier.result();
};

/** Looks at every line, as `cat` prints them; a problem is exit code 1. */
export const verifyTrainingLines = async (options: VerifyOptions): Promise<void> => {
  const result = await verify(options);
  const found = lineProblems.flatMap((problem) => {
    const { [problem]: tally } = result.problems;
    return tally === undefined ? [] : [{ problem, ...tally }];
  });
  if (found.length > 0) process.exitCode = 1;
  if (options.json) {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  const counted = `${result.lines.toLocaleString('en')} lines of ${result.people.toLocaleString('en')} people`;
  const rows = found.map(({ problem, count, firstLine }) => [
    meanings[problem],
    count.toLocaleString('en'),
    `line ${firstLine}`,
  ]);
  const report =
    found.length === 0
      ? [`${counted}: all in order`]
      : [counted, ...table([['problem', 'lines', 'first'], ...rows])];
  process.stdout.write(`${report.join('\n')}\n`);
};

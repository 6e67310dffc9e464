import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { S3Client } from '@aws-sdk/client-s3';
import { openTrainingLines, type TrainingLinesOptions } from '../cli/training-lines.ts';

/** Prints training lines, and on stderr how many. */
export const catTrainingLines = async (options: TrainingLinesOptions): Promise<void> => {
  const lines = await openTrainingLines(new S3Client({}), options);
  let count = 0;
  const text = async function* () {
    for await (const { line } of lines.read()) {
      count += 1;
      yield `${line}\n`;
    }
  };
  try {
    await pipeline(Readable.from(text()), process.stdout, { end: false });
  } catch (error) {
    // Whoever reads has seen enough, as `head` does.
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return;
    throw error;
  }
  process.stderr.write(`${count.toLocaleString('en')} lines of ${lines.months.length} months\n`);
};

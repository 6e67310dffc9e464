import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { Parser, type ReadEntry } from 'tar';
import type { ModelArtifacts } from '../ports/model-artifacts.ts';
import { s3Location } from './s3-location.ts';

/** A model archive without readable metrics. */
export class UnreadableModelError extends Error {
  override readonly name = 'UnreadableModelError';
}

const wanted = 'metrics.json';
const maxMetricsBytes = 1024 * 1024;

/** Reads model.tar.gz as a stream, keeping nothing of it but metrics.json. */
export const makeS3ModelArtifacts = ({ client }: { client: S3Client }): ModelArtifacts => ({
  readMetrics: async (modelDataUrl) => {
    const { Body } = await client.send(new GetObjectCommand(s3Location(modelDataUrl)));
    if (!(Body instanceof Readable)) throw new UnreadableModelError('The model archive has no content.');
    const metrics = await metricsIn(Body);
    if (metrics === undefined) throw new UnreadableModelError(`The model archive holds no ${wanted}.`);
    return metrics;
  },
});

const metricsIn = async (archive: Readable): Promise<string | undefined> => {
  let metrics: string | undefined;
  let refusal: UnreadableModelError | undefined;
  const parser = new Parser({
    strict: true,
    onReadEntry: (entry: ReadEntry) => {
      if (entry.path.replace(/^\.\//, '') !== wanted) return entry.resume();
      if (entry.size > maxMetricsBytes) {
        refusal = new UnreadableModelError(
          `${wanted} has ${entry.size} bytes; at most ${maxMetricsBytes} are read.`,
        );
        return entry.resume();
      }
      const chunks: Buffer[] = [];
      entry.on('data', (chunk: Buffer) => chunks.push(chunk));
      entry.on('end', () => {
        metrics = Buffer.concat(chunks).toString('utf8');
      });
    },
  });
  try {
    await pipeline(archive, parser);
  } catch (cause) {
    throw new UnreadableModelError('The model archive is damaged or none.', { cause });
  }
  if (refusal !== undefined) throw refusal;
  return metrics;
};

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

const metricsName = 'metrics.json';
const maxMetricsBytes = 1024 * 1024;
/** Of all files together: a detector's weights take a megabyte or two. */
const maxFilesBytes = 64 * 1024 * 1024;

/** Reads model.tar.gz as a stream, keeping nothing of it but what was asked for. */
export const makeS3ModelArtifacts = ({ client }: { client: S3Client }): ModelArtifacts => {
  const read = async (modelDataUrl: string, wanted: WantedFiles): Promise<Map<string, Uint8Array>> => {
    const { Body } = await client.send(new GetObjectCommand(s3Location(modelDataUrl)));
    if (!(Body instanceof Readable)) throw new UnreadableModelError('The model archive has no content.');
    const files = await filesIn(Body, wanted);
    const missing = wanted.names.find((name) => !files.has(name));
    if (missing !== undefined) throw new UnreadableModelError(`The model archive holds no ${missing}.`);
    return files;
  };
  return {
    readMetrics: async (modelDataUrl) => {
      const files = await read(modelDataUrl, { names: [metricsName], maxBytes: maxMetricsBytes });
      return Buffer.from(files.get(metricsName) ?? []).toString('utf8');
    },
    readFiles: (modelDataUrl, names) => read(modelDataUrl, { names, maxBytes: maxFilesBytes }),
  };
};

interface WantedFiles {
  readonly names: readonly string[];
  /** Of all of them together. */
  readonly maxBytes: number;
}

const filesIn = async (archive: Readable, wanted: WantedFiles): Promise<Map<string, Uint8Array>> => {
  const files = new Map<string, Uint8Array>();
  let bytesLeft = wanted.maxBytes;
  let refusal: UnreadableModelError | undefined;
  const parser = new Parser({
    strict: true,
    onReadEntry: (entry: ReadEntry) => {
      const name = entry.path.replace(/^\.\//, '');
      if (!wanted.names.includes(name)) return entry.resume();
      if (entry.size > bytesLeft) {
        refusal = new UnreadableModelError(
          `${name} has ${entry.size} bytes; at most ${wanted.maxBytes} are read.`,
        );
        return entry.resume();
      }
      bytesLeft -= entry.size;
      const chunks: Buffer[] = [];
      entry.on('data', (chunk: Buffer) => chunks.push(chunk));
      entry.on('end', () => {
        files.set(name, Buffer.concat(chunks));
      });
    },
  });
  try {
    await pipeline(archive, parser);
  } catch (cause) {
    throw new UnreadableModelError('The model archive is damaged or none.', { cause });
  }
  if (refusal !== undefined) throw refusal;
  return files;
};

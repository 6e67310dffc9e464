import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Parser, type ReadEntry } from 'tar';
import { DomainError } from '../../ml/domain-error.ts';
import { inputFile } from './input-file.ts';

/** A file that is no whole .tar.gz. */
export class ArchiveError extends DomainError {
  readonly code = 'unreadable-archive';
}

/** Of all files together; a customer-health model takes less than one. */
const maxBytes = 256 * 1024 * 1024;

/**
 * Every file of a model.tar.gz.
 *
 * @returns contents by their path in it, without a leading `./`
 * @throws {UsageError} when there is no such file
 * @throws {ArchiveError} when it breaks off, or is something else
 */
export const readArchive = async (file: string): Promise<Map<string, Uint8Array>> => {
  const files = new Map<string, Uint8Array>();
  let bytesLeft = maxBytes;
  const parser = new Parser({
    strict: true,
    onReadEntry: (entry: ReadEntry) => {
      bytesLeft -= entry.size;
      if (entry.type !== 'File' || bytesLeft < 0) return entry.resume();
      const chunks: Buffer[] = [];
      entry.on('data', (chunk: Buffer) => chunks.push(chunk));
      entry.on('end', () => {
        files.set(entry.path.replace(/^\.\//, ''), Buffer.concat(chunks));
      });
    },
  });
  try {
    await pipeline(createReadStream(await inputFile(file)), parser);
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'UsageError') throw cause;
    throw new ArchiveError(`${file} breaks off or is no .tar.gz: fetch or pack it again.`, {}, { cause });
  }
  if (bytesLeft < 0)
    throw new ArchiveError(`${file} unpacks to more than ${maxBytes} bytes: it is no such model.`);
  return files;
};

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { readAvro } from '../../ml/narratives/avro/read-avro.ts';
import { countLeftOut } from '../../ml/narratives/records/count-left-out.ts';
import type { ValidatedRecords } from '../../ml/narratives/records/validate-records.ts';
import { inputFile } from '../cli/input-file.ts';
import { table } from '../cli/table.ts';
import { UsageError } from '../cli/usage-error.ts';

export interface ImportExportsOptions {
  readonly user: string;
  readonly bucket: string;
  readonly json: boolean;
}

interface ImportedFile {
  readonly file: string;
  readonly recordType?: string;
  readonly records?: number;
  /** Records and samples that are unsound or outside their range; the import sets them aside. */
  readonly leftOut?: number;
  /** Where it was put; absent where it was refused. */
  readonly key?: string;
  readonly refused?: string;
}

/** What a user id may hold in a key: no `/`, and nothing that S3 asks to avoid. */
const safeUser = /^[A-Za-z0-9][A-Za-z0-9._@+-]{0,127}$/;

/**
 * Puts exports of Health Connect into the bucket, where the import takes them up. A file that cannot be read is
 * refused here, by name. The same file has the same key, so that sending it again makes no second line.
 *
 * @throws {UsageError} for a user id that fits no key, or a file that is not there
 */
export const importExports = async (
  files: readonly string[],
  options: ImportExportsOptions,
): Promise<void> => {
  if (!safeUser.test(options.user)) {
    throw new UsageError('--user takes letters, digits and . _ @ + -, at most 128 of them.');
  }
  // Before anything is sent, so that a mistyped name leaves nothing half done.
  for (const file of files) await inputFile(file);
  const client = new S3Client({});
  const results: ImportedFile[] = [];
  for (const file of files) {
    const bytes = await readFile(file);
    const read = readAvro(bytes, {
      inflateRaw: (packed, maxOutputLength) => inflateRawSync(packed, { maxOutputLength }),
    });
    if (!read.ok) {
      results.push({ file, refused: `${read.reason}: ${read.detail}` });
      continue;
    }
    const key = keyOf(options.user, { file, bytes, read });
    await client.send(new PutObjectCommand({ Bucket: options.bucket, Key: key, Body: bytes }));
    const leftOut = countLeftOut(read.rejected);
    results.push({ file, recordType: read.recordType, records: read.records.length, leftOut, key });
  }
  print(results, options.json);
  if (results.some(({ refused }) => refused !== undefined)) process.exitCode = 1;
};

/** By the time in the file's name, else by that of its latest record. */
const keyOf = (
  user: string,
  {
    file,
    bytes,
    read,
  }: { readonly file: string; readonly bytes: Uint8Array; readonly read: ValidatedRecords },
): string => {
  const named = /_(\d{13})\.[^.]+$/.exec(path.basename(file))?.[1];
  const latestMs = read.records
    .map((record) => ('atMs' in record ? record.atMs : record.startMs))
    .reduce((latest, atMs) => Math.max(latest, atMs), 0);
  const atMs = named === undefined ? latestMs : Number(named);
  const day = new Date(atMs).toISOString().slice(0, 10).replaceAll('-', '/');
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return `raw/${read.recordType}/${day}/${user}_${String(atMs).padStart(9, '0')}_${id}.avro`;
};

const print = (results: readonly ImportedFile[], json: boolean): void => {
  if (json) {
    process.stdout.write(`${JSON.stringify(results)}\n`);
    return;
  }
  const rows = results.map(({ file, recordType = '', records, leftOut }) => [
    path.basename(file),
    recordType,
    records === undefined ? 'refused' : String(records),
    leftOut === undefined ? '' : String(leftOut),
  ]);
  process.stdout.write(`${table([['file', 'type', 'records', 'left out'], ...rows]).join('\n')}\n`);
  for (const { file, refused } of results) {
    if (refused !== undefined) process.stderr.write(`wellcast: ${file}: ${refused}\n`);
  }
};

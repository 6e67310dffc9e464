import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { DomainError } from '../../../ml/domain-error.ts';
import type { DatasetReader } from '../ports/dataset-reader.ts';
import { s3Location } from './s3-location.ts';

/** A file of the dataset is not in the bucket. */
export class DatasetNotFoundError extends DomainError {
  readonly code = 'dataset-not-found';

  constructor(path: string) {
    super(`There is no ${path}, or it may not be read; prepare the dataset first, or correct the path.`, {
      path,
    });
  }
}

/** Files of datasets from S3. */
export const makeS3DatasetReader = ({ client }: { client: S3Client }): DatasetReader => {
  const open = async (path: string) => {
    try {
      const { Body } = await client.send(new GetObjectCommand(s3Location(path)));
      if (Body === undefined) throw new DatasetNotFoundError(path);
      return Body;
    } catch (error) {
      // Without leave to list, S3 answers AccessDenied for what is not there.
      const isAbsent =
        error instanceof NoSuchKey || (error instanceof Error && error.name === 'AccessDenied');
      throw isAbsent ? new DatasetNotFoundError(path) : error;
    }
  };
  return {
    readText: async (path) => (await open(path)).transformToString(),
    readLines: async function* (path) {
      const body = await open(path);
      if (!(body instanceof Readable))
        throw new TypeError('Outside Node.js the body is no stream of this kind.');
      // Our rows hold no quoted line ends, so that a line is a row.
      for await (const line of createInterface({ input: body, crlfDelay: Infinity })) yield `${line}\n`;
    },
  };
};

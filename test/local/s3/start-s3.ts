import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { makeS3Service } from '../../../local/s3/s3-service.ts';
import { serve } from '../../support/serve.ts';

/** A local S3 over HTTP in a temporary folder, and the AWS SDK's client for it. */
export interface StartedS3 {
  readonly folder: string;
  readonly endpoint: string;
  readonly client: S3Client;
  readonly service: Awaited<ReturnType<typeof makeS3Service>>;
  /** Errors of the service itself, which no test should meet. */
  readonly errors: readonly unknown[];
  /** Ends it and starts another on the same folder. */
  restart(): Promise<StartedS3>;
  stop(): Promise<void>;
}

const open = async (folder: string, clock: () => number): Promise<StartedS3> => {
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  const service = await makeS3Service({ folder, region: 'us-east-1', clock, onError });
  const served = await serve(service.handle);
  const client = new S3Client({
    endpoint: served.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  const end = async () => {
    client.destroy();
    await served.close();
    await service.close();
  };
  return {
    folder,
    endpoint: served.endpoint,
    client,
    service,
    errors,
    restart: async () => {
      await end();
      return open(folder, clock);
    },
    stop: async () => {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** @param clock - epoch ms */
export const startS3 = async (clock: () => number = Date.now): Promise<StartedS3> =>
  open(await mkdtemp(path.join(tmpdir(), 'wellcast-s3-')), clock);

/** Name and status of the error that an SDK call ends in. */
export const refusal = async (
  call: Promise<unknown>,
): Promise<{ name: string; status: number | undefined }> => {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const status =
      '$metadata' in error ? (error.$metadata as { httpStatusCode?: number }).httpStatusCode : undefined;
    return { name: error.name, status };
  }
  throw new Error('the call was expected to be refused, but succeeded');
};

/** What raw requests carry instead of a real signature, which the local S3 does not verify. */
export const signed = {
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0',
} as const;

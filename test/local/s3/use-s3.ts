import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect } from 'vitest';
import { type StartedS3, startS3 } from './start-s3.ts';

/** A local S3 with one bucket for a whole test file, at whose end it must have met no error of its own. */
export const useS3 = (Bucket: string): Pick<StartedS3, 'client' | 'endpoint' | 'folder'> => {
  let started: StartedS3;
  beforeAll(async () => {
    started = await startS3();
    await started.client.send(new CreateBucketCommand({ Bucket }));
  });
  afterAll(async () => {
    expect(started.errors).toEqual([]);
    await started.stop();
  });
  return {
    get client() {
      return started.client;
    },
    get endpoint() {
      return started.endpoint;
    },
    get folder() {
      return started.folder;
    },
  };
};

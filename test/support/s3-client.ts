import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll } from 'vitest';
import { startTestAws, type TestAws } from './local-aws.ts';

export interface TestS3 {
  /** For the tests and hooks of the file. */
  readonly client: S3Client;
  /** One of a test's own, which it destroys. */
  anotherClient(): S3Client;
}

/** The S3 of a local AWS of the test file's own, started before its tests and closed after them. */
export const useTestS3 = (): TestS3 => {
  let aws: TestAws;
  let client: S3Client;
  beforeAll(async () => {
    aws = await startTestAws();
    client = new S3Client(aws.client);
  });
  afterAll(async () => {
    client.destroy();
    await aws.close();
  });
  return {
    get client() {
      return client;
    },
    anotherClient: () => new S3Client(aws.client),
  };
};

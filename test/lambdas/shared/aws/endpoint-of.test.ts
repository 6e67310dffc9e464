import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { endpointOf, objectAddress } from '../../../../lambdas/shared/aws/endpoint-of.ts';

const ofAll = { AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' };

afterEach(() => vi.unstubAllEnvs());

describe('where AWS listens', () => {
  it.each([
    ['dynamodb', 'eu-central-1', {}, 'https://dynamodb.eu-central-1.amazonaws.com/'],
    ['sns', 'cn-north-1', {}, 'https://sns.cn-north-1.amazonaws.com.cn/'],
    ['sns', 'us-east-1', { AWS_USE_FIPS_ENDPOINT: 'true' }, 'https://sns-fips.us-east-1.amazonaws.com/'],
    ['sns', 'eu-central-1', ofAll, 'http://127.0.0.1:4566/'],
    [
      'secretsmanager',
      'eu-central-1',
      { ...ofAll, AWS_ENDPOINT_URL_SECRETS_MANAGER: 'http://127.0.0.1:1' },
      'http://127.0.0.1:1/',
    ],
  ] as const)('%s in %s is as the environment says', (service, region, environment, expected) => {
    expect(endpointOf(service, region, environment).href).toBe(expected);
  });

  it('an object lies in its bucket, as the AWS SDK finds it, whatever its key', async () => {
    // The SDK reads what the shell sets for the local AWS.
    for (const name of ['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_S3']) vi.stubEnv(name, undefined);
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    const settings = { region: 'us-east-1', credentials };
    const clients = [false, true].map((useFipsEndpoint) => new S3Client({ ...settings, useFipsEndpoint }));
    const bucket = fc.constantFrom('models', 'models.of.ours');
    const key = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((text) => !/^[./]+$/.test(text));
    await fc.assert(
      fc.asyncProperty(bucket, key, fc.constantFrom(...clients), async (Bucket, Key, client) => {
        const expected = await getSignedUrl(client, new GetObjectCommand({ Bucket, Key }));
        const environment = { AWS_USE_FIPS_ENDPOINT: String(await client.config.useFipsEndpoint()) };
        const { endpoint, path } = objectAddress({ Bucket, Key }, 'us-east-1', environment);
        expect(endpoint.origin + path).toBe(expected.split('?')[0]);
      }),
      { numRuns: 50 },
    );
  });

  it('an endpoint of one’s own takes the bucket in the path', () => {
    const { endpoint, path } = objectAddress({ Bucket: 'models', Key: 'a/b c' }, 'us-east-1', ofAll);
    expect(endpoint.origin + path).toBe('http://127.0.0.1:4566/models/a/b%20c');
  });
});

import { Readable } from 'node:stream';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SigningScope, signRequest } from '../../../../lambdas/shared/aws/sign-request.ts';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

const credentials = { accessKeyId: 'AKID', secretAccessKey: 'secret', sessionToken: 'token/+=' };

/** Settings of an SDK client that sends nothing, and what it would have sent. */
const recording = () => {
  const sent: Sent[] = [];
  const handle = async (request: Sent) => {
    sent.push(request);
    return { response: { statusCode: 200, headers: {}, body: Readable.from(['{}']) } };
  };
  return { settings: { region: 'eu-central-1', credentials, requestHandler: { handle } }, sent };
};

/** What the SDK has signed, signed again here. */
const signedAgain = (
  request: Sent | undefined,
  service: string,
  by: Pick<SigningScope, 'region' | 'credentials'> = { region: 'eu-central-1', credentials },
): string | undefined => {
  if (request === undefined) return undefined;
  const { authorization = '', ...all } = request.headers;
  const names = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';') ?? [];
  const moment = all['x-amz-date'] ?? '';
  const iso = moment.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5');
  return signRequest(
    {
      method: request.method,
      host: all['host'] ?? '',
      path: request.path,
      headers: Object.fromEntries(names.map((name) => [name, all[name] ?? ''])),
      body: new TextDecoder().decode(request.body instanceof Uint8Array ? request.body : undefined),
    },
    { service, ...by, nowMs: Date.parse(iso) },
  )['authorization'];
};

describe('a signature', () => {
  it("is that of AWS's own example", () => {
    // Amazon S3 API Reference, "Authenticating Requests: Examples: Signature Calculations", GET Object.
    const headers = signRequest(
      {
        method: 'GET',
        host: 'examplebucket.s3.amazonaws.com',
        path: '/test.txt',
        headers: { range: 'bytes=0-9' },
        body: '',
      },
      {
        service: 's3',
        region: 'us-east-1',
        credentials: {
          accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
          secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
        },
        nowMs: Date.UTC(2013, 4, 24),
      },
    );
    expect(headers['authorization']).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, ' +
        'SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, ' +
        'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    );
  });

  it("is the AWS SDK's for any key of an object", async () => {
    const { settings, sent } = recording();
    const client = new S3Client(settings);
    const key = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(key, async (Key) => {
        await client.send(new HeadObjectCommand({ Bucket: 'models', Key: `a/${Key}` }));
        const request = sent.at(-1);
        expect(signedAgain(request, 's3')).toBe(request?.headers['authorization']);
      }),
      { numRuns: 50 },
    );
  });

  it("is the AWS SDK's for any body", async () => {
    const { settings, sent } = recording();
    const client = new DynamoDBClient(settings);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (id) => {
        await client.send(new GetItemCommand({ TableName: 'items', Key: { PK: { S: id } } }));
        const request = sent.at(-1);
        expect(signedAgain(request, 'dynamodb')).toBe(request?.headers['authorization']);
      }),
      { numRuns: 50 },
    );
  });

  it("is the AWS SDK's whatever secret, region and service signed before", async () => {
    const regions = ['eu-central-1', 'us-east-1'];
    const turns = Array.from({ length: 60 }, (_, turn) => ({
      secret: `secret-${turn % 3}`,
      region: regions[turn % 2] ?? '',
      turn: turn % 20,
    }));
    for (const { secret, region, turn } of turns) {
      const { settings, sent } = recording();
      const own = { accessKeyId: 'AKID', secretAccessKey: secret };
      const client = new DynamoDBClient({ ...settings, region, credentials: own });
      await client.send(new GetItemCommand({ TableName: 'items', Key: { PK: { S: String(turn) } } }));
      const [request] = sent;
      expect(signedAgain(request, 'dynamodb', { region, credentials: own })).toBe(
        request?.headers['authorization'],
      );
    }
  });
});

import { GetObjectCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { spawnWellcast } from '../support/spawn-wellcast.ts';

const Bucket = 'mindmate-ml-datasets-000000000000';
let aws: TestAws;
let s3: S3Client;
beforeAll(async () => {
  aws = await startTestAws();
  s3 = new S3Client({ ...aws.client, forcePathStyle: true });
});
afterAll(async () => {
  s3.destroy();
  await aws.close();
});

const publish = (signIn: string) =>
  spawnWellcast(
    ['dashboard', 'publish', '--bucket', Bucket, '--client-id', 'page', '--sign-in', signIn, '--json'],
    aws.clientEnvironment,
  ).ended;

describe('wellcast dashboard publish', () => {
  it('puts the page, its parts and how to sign in into the bucket, the page last', async () => {
    const end = await publish('https://acme.auth.eu-central-1.amazoncognito.com/');
    expect(end.code, end.stderr).toBe(0);
    const { keys } = JSON.parse(end.stdout);
    expect(keys.at(-1)).toBe('dashboard/index.html');
    const text = async (Key: string) =>
      (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString() ?? '';
    const html = await text('dashboard/index.html');
    expect(html).toContain("connect-src 'self' https://acme.auth.eu-central-1.amazoncognito.com;");
    expect(html).not.toContain('unsafe');
    for (const [, name] of html.matchAll(/"\/(dashboard\/assets\/[^"]+)"/g)) expect(keys).toContain(name);
    expect(JSON.parse(await text('dashboard/config.json'))).toEqual({
      apiBase: '/api/v1/ml-data-preparation',
      clientId: 'page',
      authorizeUrl: 'https://acme.auth.eu-central-1.amazoncognito.com/oauth2/authorize',
      tokenUrl: 'https://acme.auth.eu-central-1.amazoncognito.com/oauth2/token',
    });
    const script = keys.find((key: string) => key.endsWith('.js'));
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: script }));
    expect(head.ContentType).toBe('text/javascript; charset=utf-8');
  });

  it('takes no address without TLS to sign in at', async () => {
    const end = await publish('http://acme.example');
    expect(end).toMatchObject({ code: 2 });
    expect(end.stderr).toContain('https');
  });
});

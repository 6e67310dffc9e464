import { CreateBucketCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedS3, startS3 } from './start-s3.ts';

const Bucket = 'presigned';
const signingDate = new Date('2026-01-02T03:04:05Z');
let now = signingDate.getTime();
let s3: StartedS3;

beforeAll(async () => {
  s3 = await startS3(() => now);
  await s3.client.send(new CreateBucketCommand({ Bucket }));
  await s3.service.putObject(Bucket, 'a b/é', Buffer.from('hello'));
});
afterAll(async () => {
  expect(s3.errors).toEqual([]);
  await s3.stop();
});

const urlFor = (command: GetObjectCommand | PutObjectCommand, expiresIn = 60) =>
  command instanceof GetObjectCommand
    ? getSignedUrl(s3.client, command, { expiresIn, signingDate })
    : getSignedUrl(s3.client, command, { expiresIn, signingDate });
const codeOf = async (answer: Response) => ({
  status: answer.status,
  code: /<Code>(\w+)/.exec(await answer.text())?.[1],
});

describe('a presigned URL', () => {
  it('gives the object to whoever has it, described as its signer wants', async () => {
    const command = new GetObjectCommand({
      Bucket,
      Key: 'a b/é',
      ResponseContentType: 'text/csv',
      ResponseContentDisposition: 'attachment',
    });
    const answer = await fetch(await urlFor(command));
    expect(answer.headers.get('content-type')).toBe('text/csv');
    expect(answer.headers.get('content-disposition')).toBe('attachment');
    expect(await answer.text()).toBe('hello');
  });

  it('takes an object, with what its signer says about it', async () => {
    const command = new PutObjectCommand({ Bucket, Key: 'put', Metadata: { rows: '5' } });
    const answer = await fetch(await urlFor(command), { method: 'PUT', body: 'uploaded' });
    expect(answer.status).toBe(200);
    const { Body, Metadata } = await s3.client.send(new GetObjectCommand({ Bucket, Key: 'put' }));
    expect(await Body?.transformToString()).toBe('uploaded');
    expect(Metadata).toEqual({ rows: '5' });
  });

  it('is good to the last second and no longer', async () => {
    const url = await urlFor(new GetObjectCommand({ Bucket, Key: 'a b/é' }), 60);
    now = signingDate.getTime() + 60_000;
    expect((await fetch(url)).status).toBe(200);
    now += 1000;
    const late = await fetch(url);
    expect(late.status).toBe(403);
    const text = await late.text();
    expect(text).toContain('<Code>AccessDenied</Code><Message>Request has expired</Message>');
    expect(text).toContain(
      '<Expires>2026-01-02T03:05:05Z</Expires><ServerTime>2026-01-02T03:05:06Z</ServerTime>',
    );
    now = signingDate.getTime();
  });

  it('is good for a week at most', async () => {
    const url = await urlFor(new GetObjectCommand({ Bucket, Key: 'a b/é' }), 604_800);
    expect(await codeOf(await fetch(url.replace('X-Amz-Expires=604800', 'X-Amz-Expires=604801')))).toEqual({
      status: 400,
      code: 'AuthorizationQueryParametersError',
    });
  });

  it('may be of the older form, which ends at a given second', async () => {
    const expires = signingDate.getTime() / 1000;
    const url = (at: number) =>
      `${s3.endpoint}/${Bucket}/a%20b/%C3%A9?AWSAccessKeyId=local&Signature=x&Expires=${at}`;
    expect(await (await fetch(url(expires))).text()).toBe('hello');
    expect(await codeOf(await fetch(url(expires - 1)))).toEqual({ status: 403, code: 'AccessDenied' });
  });

  it('is needed: without any signature nothing is given', async () => {
    expect(await codeOf(await fetch(`${s3.endpoint}/${Bucket}/a%20b/%C3%A9`))).toEqual({
      status: 403,
      code: 'AccessDenied',
    });
  });
});

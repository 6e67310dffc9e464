import { CreateBucketCommand, PutBucketVersioningCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeS3ObjectVersions } from '../../../../lambdas/shared/adapters/s3-object-versions.ts';
import { makeS3SignedLinks } from '../../../../lambdas/shared/adapters/s3-signed-links.ts';
import { type StartedS3, startS3 } from '../../../local/s3/start-s3.ts';

const bucket = 'versions';
let now = Date.now();
let s3: StartedS3;
beforeAll(async () => {
  s3 = await startS3(() => now);
  await s3.client.send(new CreateBucketCommand({ Bucket: bucket }));
  const VersioningConfiguration = { Status: 'Enabled' } as const;
  await s3.client.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration }));
});
afterAll(() => s3.stop());

describe('signed links', () => {
  it('give and take an object until they expire', async () => {
    const links = makeS3SignedLinks({ client: s3.client, bucket });
    const options = { contentType: 'text/csv', expiresSeconds: 60 };
    const upload = await links.toWrite('uploads/a.csv', options);
    const put = () =>
      fetch(upload, { method: 'PUT', headers: { 'content-type': 'text/csv' }, body: 'a\n1\n' });
    expect((await put()).status).toBe(200);
    const download = await links.toRead('uploads/a.csv', { fileName: 'a.csv', expiresSeconds: 60 });
    const answer = await fetch(download);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="a.csv"');
    expect(await answer.text()).toBe('a\n1\n');
    now += 120_000;
    expect((await fetch(download)).status).toBe(403);
    expect((await put()).status).toBe(403);
    now -= 120_000;
  });
});

describe('purging', () => {
  it('leaves no version of an object, and nothing of others alone', async () => {
    const { service } = s3;
    for (const body of ['one', 'two']) await service.putObject(bucket, 'datasets/x', Buffer.from(body));
    await service.putObject(bucket, 'datasets/xy', Buffer.from('another'));
    const versions = makeS3ObjectVersions({ client: s3.client, bucket });
    await versions.purge(['datasets/x', 'datasets/absent']);
    await versions.purge(['datasets/x']);
    const { ListObjectVersionsCommand } = await import('@aws-sdk/client-s3');
    const left = await s3.client.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: 'datasets/' }));
    expect(left.Versions?.map(({ Key }) => Key)).toEqual(['datasets/xy']);
    expect(left.DeleteMarkers ?? []).toEqual([]);
  });
});

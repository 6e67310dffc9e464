import { createHash } from 'node:crypto';
import { cpSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crcDigest } from '../../../local/s3/checksums/crc-digest.ts';
import { refusal, type StartedS3, startS3 } from './start-s3.ts';

const Bucket = 'multipart';
const partBytes = 5 * 1024 * 1024;
let s3: StartedS3;

beforeAll(async () => {
  s3 = await startS3();
  await s3.client.send(new CreateBucketCommand({ Bucket }));
});
afterAll(async () => {
  expect(s3.errors).toEqual([]);
  await s3.stop();
});

const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest();
/** As S3 defines the ETag of a multipart object: the md5 of the parts' md5s, and their number. */
const etagOf = (...parts: Uint8Array[]) =>
  `"${md5(Buffer.concat(parts.map(md5))).toString('hex')}-${parts.length}"`;
const first = Buffer.alloc(partBytes, 'first ');
const last = Buffer.from('the rest');

const begin = async (Key: string, rest: object = {}) => {
  const { UploadId = '' } = await s3.client.send(new CreateMultipartUploadCommand({ Bucket, Key, ...rest }));
  return { Bucket, Key, UploadId };
};
type Target = Awaited<ReturnType<typeof begin>>;
const uploadPart = (target: Target, PartNumber: number, Body: Uint8Array, rest: object = {}) =>
  s3.client.send(new UploadPartCommand({ ...target, PartNumber, Body, ...rest }));
const complete = (target: Target, Parts: object[], rest: object = {}) =>
  s3.client.send(new CompleteMultipartUploadCommand({ ...target, MultipartUpload: { Parts }, ...rest }));
const dataFiles = () => readdirSync(`${s3.folder}/contents/${Bucket}/data`).length;

describe('a multipart upload', () => {
  it('by lib-storage arrives whole, with the ETag and composite checksum of its parts', async () => {
    const body = Buffer.concat([first, last]);
    const upload = new Upload({
      client: s3.client,
      params: { Bucket, Key: 'lib', Body: Readable.from([body]), ContentType: 'text/csv' },
    });
    const written = await upload.done();
    expect(written).toMatchObject({ ETag: etagOf(first, last), ChecksumType: 'COMPOSITE' });
    const { Body, ContentType } = await s3.client.send(new GetObjectCommand({ Bucket, Key: 'lib' }));
    expect(ContentType).toBe('text/csv');
    expect(Buffer.from((await Body?.transformToByteArray()) ?? []).equals(body)).toBe(true);
  });

  it('can be read by range across parts, and part by part', async () => {
    const across = { Bucket, Key: 'lib', Range: `bytes=${partBytes - 3}-${partBytes + 2}` };
    const { Body } = await s3.client.send(new GetObjectCommand(across));
    expect(await Body?.transformToString()).toBe(`${first.subarray(-3)}the`);
    const second = await s3.client.send(new GetObjectCommand({ Bucket, Key: 'lib', PartNumber: 2 }));
    expect(second).toMatchObject({ PartsCount: 2, ContentLength: last.length });
    expect(await second.Body?.transformToString()).toBe('the rest');
  });

  it.each([
    ['CRC64NVME', {}],
    ['CRC64NVME', { ChecksumAlgorithm: 'CRC64NVME' }],
    ['CRC32', { ChecksumAlgorithm: 'CRC32', ChecksumType: 'FULL_OBJECT' }],
    ['CRC32C', { ChecksumAlgorithm: 'CRC32C', ChecksumType: 'FULL_OBJECT' }],
  ] as const)('gets the full-object %s when begun with %o', async (algorithm, options) => {
    const target = await begin(`full-${algorithm}`, options);
    const own = 'ChecksumAlgorithm' in options ? { ChecksumAlgorithm: options.ChecksumAlgorithm } : {};
    const { ETag: one } = await uploadPart(target, 1, first, own);
    const { ETag: two } = await uploadPart(target, 2, last, own);
    const parts = [
      { PartNumber: 1, ETag: one },
      { PartNumber: 2, ETag: two },
    ];
    const digest = crcDigest(algorithm);
    digest.update(Buffer.concat([first, last]));
    const value = digest.digest().toString('base64');
    const wrong = { [`Checksum${algorithm}`]: Buffer.alloc(value.length > 8 ? 8 : 4).toString('base64') };
    expect(await refusal(complete(target, parts, wrong))).toEqual({ name: 'BadDigest', status: 400 });
    const written = await complete(target, parts, { [`Checksum${algorithm}`]: value });
    expect(written).toMatchObject({ [`Checksum${algorithm}`]: value, ChecksumType: 'FULL_OBJECT' });
  });

  it('with composite checksums needs that of every part', async () => {
    const target = await begin('composite', { ChecksumAlgorithm: 'SHA256' });
    const { ETag, ChecksumSHA256 } = await uploadPart(target, 1, last, { ChecksumAlgorithm: 'SHA256' });
    expect(await refusal(uploadPart(target, 2, last, { ChecksumAlgorithm: 'CRC32' }))).toMatchObject({
      name: 'InvalidRequest',
    });
    expect(await refusal(complete(target, [{ PartNumber: 1, ETag }]))).toEqual({
      name: 'InvalidRequest',
      status: 400,
    });
    const written = await complete(target, [{ PartNumber: 1, ETag, ChecksumSHA256 }]);
    const inner = createHash('sha256').update(last).digest();
    expect(written.ChecksumSHA256).toBe(`${createHash('sha256').update(inner).digest('base64')}-1`);
  });

  it('may be completed twice: a client that missed the answer gets it again', async () => {
    const target = await begin('twice');
    const { ETag } = await uploadPart(target, 1, last);
    const written = await complete(target, [{ PartNumber: 1, ETag }]);
    expect(await complete(target, [{ PartNumber: 1, ETag }])).toMatchObject({ ETag: written.ETag });
  });

  it('refuses parts that are missing, changed, out of order or too small', async () => {
    const target = await begin('wrong');
    const { ETag } = await uploadPart(target, 1, last);
    await uploadPart(target, 2, last);
    const one = { PartNumber: 1, ETag };
    const two = { PartNumber: 2, ETag };
    expect(await refusal(complete(target, [one, { PartNumber: 3, ETag }]))).toEqual({
      name: 'InvalidPart',
      status: 400,
    });
    expect(await refusal(complete(target, [{ PartNumber: 1, ETag: '"0"' }]))).toEqual({
      name: 'InvalidPart',
      status: 400,
    });
    expect(await refusal(complete(target, [two, one]))).toEqual({ name: 'InvalidPartOrder', status: 400 });
    expect(await refusal(complete(target, [one, two]))).toEqual({ name: 'EntityTooSmall', status: 400 });
    expect(await refusal(complete(target, []))).toEqual({ name: 'MalformedXML', status: 400 });
    expect(await refusal(uploadPart(target, 10_001, last))).toEqual({ name: 'InvalidArgument', status: 400 });
    expect(await refusal(uploadPart({ ...target, UploadId: 'none' }, 1, last))).toEqual({
      name: 'NoSuchUpload',
      status: 404,
    });
    expect(await refusal(uploadPart({ ...target, Key: 'another' }, 1, last))).toEqual({
      name: 'NoSuchUpload',
      status: 404,
    });
  });

  it('is listed with its parts, also after a restart, until it is aborted', async () => {
    const before = dataFiles();
    const target = await begin('listed', { Metadata: { rows: '5' } });
    await uploadPart(target, 1, Buffer.from('replaced'));
    await uploadPart(target, 1, first);
    await uploadPart(target, 2, last);
    s3 = await s3.restart();
    const { Uploads } = await s3.client.send(new ListMultipartUploadsCommand({ Bucket, Prefix: 'listed' }));
    expect(Uploads).toMatchObject([{ Key: 'listed', UploadId: target.UploadId }]);
    const page = await s3.client.send(new ListPartsCommand({ ...target, MaxParts: 1 }));
    expect(page).toMatchObject({ IsTruncated: true, Parts: [{ PartNumber: 1, Size: partBytes }] });
    const rest = await s3.client.send(
      new ListPartsCommand({ ...target, PartNumberMarker: page.NextPartNumberMarker }),
    );
    expect(rest).toMatchObject({ IsTruncated: false, Parts: [{ PartNumber: 2, Size: last.length }] });
    await s3.client.send(new AbortMultipartUploadCommand(target));
    expect(await refusal(s3.client.send(new ListPartsCommand(target)))).toEqual({
      name: 'NoSuchUpload',
      status: 404,
    });
    expect(dataFiles()).toBe(before);
  });

  it('goes on after a restart, and throws parts away that were not listed', async () => {
    const before = dataFiles();
    const target = await begin('resumed', { Metadata: { rows: '5' }, ServerSideEncryption: 'aws:kms' });
    const { ETag } = await uploadPart(target, 7, last);
    await uploadPart(target, 9, first);
    s3 = await s3.restart();
    await complete(target, [{ PartNumber: 7, ETag }]);
    expect(dataFiles()).toBe(before + 1);
    const head = await s3.client.send(new HeadObjectCommand({ Bucket, Key: 'resumed' }));
    expect(head).toMatchObject({
      Metadata: { rows: '5' },
      ServerSideEncryption: 'aws:kms',
      ETag: etagOf(last),
    });
  });

  it('is over, and its object whole, when a kill came right after it was completed', async () => {
    const target = await begin('completed');
    const { ETag } = await uploadPart(target, 1, last);
    const records = ['uploads', 'parts'].map((name) => `${s3.folder}/contents/${Bucket}/${name}`);
    for (const folder of records) cpSync(folder, `${folder}-before`, { recursive: true });
    await complete(target, [{ PartNumber: 1, ETag }]);
    // As if the process had died between writing the object's record and removing the upload's.
    for (const folder of records) {
      rmSync(folder, { recursive: true });
      renameSync(`${folder}-before`, folder);
    }
    s3 = await s3.restart();
    expect(await refusal(s3.client.send(new ListPartsCommand(target)))).toEqual({
      name: 'NoSuchUpload',
      status: 404,
    });
    s3 = await s3.restart();
    const { Body } = await s3.client.send(new GetObjectCommand({ Bucket, Key: 'completed' }));
    expect(await Body?.transformToString()).toBe('the rest');
  });

  it('takes parts from other objects', async () => {
    await s3.client.send(new PutObjectCommand({ Bucket, Key: 'origin', Body: '0123456789' }));
    const target = await begin('assembled');
    const copy = { ...target, CopySource: `${Bucket}/origin` };
    const whole = await s3.client.send(
      new UploadPartCopyCommand({ ...copy, CopySource: `${Bucket}/lib`, PartNumber: 1 }),
    );
    const some = await s3.client.send(
      new UploadPartCopyCommand({ ...copy, PartNumber: 2, CopySourceRange: 'bytes=2-4' }),
    );
    const bad = new UploadPartCopyCommand({ ...copy, PartNumber: 3, CopySourceRange: 'bytes=5' });
    expect(await refusal(s3.client.send(bad))).toEqual({ name: 'InvalidArgument', status: 400 });
    await complete(target, [
      { PartNumber: 1, ETag: whole.CopyPartResult?.ETag },
      { PartNumber: 2, ETag: some.CopyPartResult?.ETag },
    ]);
    const { Body } = await s3.client.send(
      new GetObjectCommand({ Bucket, Key: 'assembled', Range: 'bytes=-11' }),
    );
    expect(await Body?.transformToString()).toBe('the rest234');
  });
});

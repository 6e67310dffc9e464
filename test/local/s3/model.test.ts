import { createHash } from 'node:crypto';
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  type DeleteMarkerEntry,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  currentBody,
  deleteInModel,
  deleteVersionInModel,
  expectedRefusal,
  listedKeys,
  makeModel,
  type S3Model,
  writeModel,
} from './s3-model.ts';
import { type StartedS3, startS3 } from './start-s3.ts';

let s3: StartedS3;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(async () => {
  expect(s3.errors).toEqual([]);
  await s3.stop();
});

const key = fc.constantFrom('a', 'a/b', 'a/c', 'b', '\uFF5E', '\u{1F600}/x');
const body = fc.string({ unit: 'binary', maxLength: 20 });
const condition = fc.constantFrom('none', 'absent', 'match', 'mismatch');
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('put', 'multipart'), key, body, condition }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('copy'), key, source: key, condition }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete'), key }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete-version'), key, pick: fc.nat({ max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart') }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Condition = 'none' | 'absent' | 'match' | 'mismatch';

const etag = (text: string) => createHash('md5').update(text).digest('hex');

/** The ETag that S3 gave to what is there: a model of bodies alone cannot know if it came in parts. */
const etagNow = async (Bucket: string, Key: string) => {
  const answer = await s3.client.send(new GetObjectCommand({ Bucket, Key })).catch(() => undefined);
  await answer?.Body?.transformToString();
  return answer?.ETag ?? etag('nothing');
};

const conditionsFor = async (target: { Bucket: string; Key: string }, wanted: Condition) => {
  if (wanted === 'none') return {};
  if (wanted === 'absent') return { IfNoneMatch: '*' };
  return { IfMatch: wanted === 'match' ? await etagNow(target.Bucket, target.Key) : `"${etag('other')}"` };
};

const outcome = (call: Promise<{ VersionId?: string | undefined }>) =>
  call.then(
    ({ VersionId = 'null' }) => ({ versionId: VersionId, refused: undefined }),
    (error: Error) => ({ versionId: 'null', refused: error.name }),
  );

const writeInParts = async (target: { Bucket: string; Key: string }, Body: string, conditions: object) => {
  const { UploadId } = await s3.client.send(new CreateMultipartUploadCommand(target));
  const { ETag } = await s3.client.send(new UploadPartCommand({ ...target, UploadId, PartNumber: 3, Body }));
  const MultipartUpload = { Parts: [{ PartNumber: 3, ETag }] };
  return s3.client.send(
    new CompleteMultipartUploadCommand({ ...target, UploadId, MultipartUpload, ...conditions }),
  );
};

/** Does one step to the bucket and to the model, and compares how both ended. */
const take = async (Bucket: string, model: S3Model, taken: Step): Promise<void> => {
  if (taken.kind === 'restart') {
    s3 = await s3.restart();
    return;
  }
  const target = { Bucket, Key: taken.key };
  if (taken.kind === 'delete') {
    const { VersionId = 'null' } = await s3.client.send(new DeleteObjectCommand(target));
    deleteInModel(model, taken.key, VersionId);
    return;
  }
  if (taken.kind === 'delete-version') {
    const version = model.versions.get(taken.key)?.[taken.pick];
    if (version === undefined) return;
    await s3.client.send(new DeleteObjectCommand({ ...target, VersionId: version.versionId }));
    deleteVersionInModel(model, taken.key, version.versionId);
    return;
  }
  const conditions = await conditionsFor(target, taken.condition);
  const refusal = expectedRefusal(currentBody(model, taken.key), taken.condition);
  if (taken.kind === 'copy') {
    const original = currentBody(model, taken.source);
    // Onto itself a copy needs new metadata.
    const CopySource = `${Bucket}/${encodeURIComponent(taken.source)}`;
    const copy = { ...target, CopySource, MetadataDirective: 'REPLACE', ...conditions } as const;
    const { versionId, refused } = await outcome(s3.client.send(new CopyObjectCommand(copy)));
    expect(refused).toBe(original === undefined ? 'NoSuchKey' : refusal);
    if (refused === undefined) writeModel(model, taken.key, { versionId, body: original });
    return;
  }
  const write =
    taken.kind === 'put'
      ? s3.client.send(new PutObjectCommand({ ...target, Body: taken.body, ...conditions }))
      : writeInParts(target, taken.body, conditions);
  const { versionId, refused } = await outcome(write);
  expect(refused).toBe(refusal);
  if (refused === undefined) writeModel(model, taken.key, { versionId, body: taken.body });
};

type Listed = Pick<DeleteMarkerEntry, 'Key' | 'VersionId' | 'IsLatest'>;

/** Reads everything back: lists in small pages, every version by its id, every object by its key. */
const compare = async (Bucket: string, model: S3Model) => {
  for (const Prefix of ['', 'a/']) {
    const seen: (string | undefined)[] = [];
    for await (const page of paginateListObjectsV2({ client: s3.client }, { Bucket, Prefix, MaxKeys: 2 })) {
      seen.push(...(page.Contents ?? []).map(({ Key }) => Key));
    }
    expect(seen).toEqual(listedKeys(model, Prefix));
  }
  const { Versions = [], DeleteMarkers = [] } = await s3.client.send(
    new ListObjectVersionsCommand({ Bucket }),
  );
  const modelled = [...model.versions].flatMap(([Key, versions]) =>
    versions.map(({ versionId, body }, index) => ({
      Key,
      VersionId: versionId,
      IsLatest: index === 0,
      body,
    })),
  );
  const label = ({ Key, VersionId, IsLatest }: Listed) => `${Key} ${VersionId} ${IsLatest}`;
  expect(Versions.map(label).sort()).toEqual(
    modelled
      .filter(({ body }) => body !== undefined)
      .map(label)
      .sort(),
  );
  expect(DeleteMarkers.map(label).sort()).toEqual(
    modelled
      .filter(({ body }) => body === undefined)
      .map(label)
      .sort(),
  );
  for (const { Key, VersionId, body: expected } of modelled.filter((version) => version.body !== undefined)) {
    const { Body } = await s3.client.send(new GetObjectCommand({ Bucket, Key, VersionId }));
    expect(await Body?.transformToString()).toBe(expected);
  }
};

describe.each([
  ['without versions', false],
  ['with versions', true],
])('a bucket %s', (name, versioned) => {
  it('behaves as a Map does, whatever is done to it and whenever it restarts', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        run += 1;
        const bucket = `${name.replaceAll(' ', '-')}-${run}`;
        await s3.service.createBucket(bucket, { versioned });
        const model = makeModel(versioned);
        for (const taken of steps) await take(bucket, model, taken);
        await compare(bucket, model);
        s3 = await s3.restart();
        await compare(bucket, model);
      }),
      { numRuns: 25 },
    );
  });
});

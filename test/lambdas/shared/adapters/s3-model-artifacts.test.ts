import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { S3Client } from '@aws-sdk/client-s3';
import { create } from 'tar';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeS3ModelArtifacts } from '../../../../lambdas/shared/adapters/s3-model-artifacts.ts';
import { stubHttp } from '../../support/stub-http.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wellcast-artifacts-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Archives as SageMaker makes them: paths may begin with ./ */
const archive = async (files: Record<string, string>, prefix = '') => {
  const cwd = await mkdtemp(path.join(folder, 'model-'));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(cwd, name), text);
  return buffer(
    Readable.from(
      create(
        { gzip: true, cwd },
        Object.keys(files).map((name) => `${prefix}${name}`),
      ),
    ),
  );
};
const url = 's3://models/models/crisis/job/output/model.tar.gz';
const artifactsFrom = (body: Uint8Array) =>
  makeS3ModelArtifacts({ client: new S3Client(stubHttp(() => ({ body }))) });
const readFrom = (body: Uint8Array) => artifactsFrom(body).readMetrics(url);

it.each(['', './'])('metrics.json is read from among the other files (prefix "%s")', async (prefix) => {
  const body = await archive({ 'weights.bin': 'x'.repeat(300_000), 'metrics.json': '{"auc":1}' }, prefix);
  expect(await readFrom(body)).toBe('{"auc":1}');
});

it('an archive without metrics.json is refused', async () => {
  await expect(readFrom(await archive({ 'model.json': '{}' }))).rejects.toThrow('holds no metrics.json');
});

it('metrics.json beyond a megabyte are refused', async () => {
  const body = await archive({ 'metrics.json': 'x'.repeat(1_100_000) });
  await expect(readFrom(body)).rejects.toThrow('metrics.json has 1100000 bytes');
});

it('files are read by name, to the byte, and a missing one is named', async () => {
  const body = await archive({ 'a.bin': '\u0000\u00ff', 'b.json': '{}', 'c.txt': 'c' });
  const files = await artifactsFrom(body).readFiles(url, ['a.bin', 'b.json']);
  expect([...files.keys()].sort()).toEqual(['a.bin', 'b.json']);
  expect(Buffer.from(files.get('a.bin') ?? []).toString()).toBe('\u0000\u00ff');
  await expect(artifactsFrom(body).readFiles(url, ['d'])).rejects.toThrow('holds no d');
});

it('something else than an archive is refused', async () => {
  await expect(readFrom(Buffer.from('not a tar archive'))).rejects.toMatchObject({
    name: 'UnreadableModelError',
  });
});

it('a truncated archive is refused', async () => {
  const body = await archive({ 'weights.bin': 'y'.repeat(500_000), 'metrics.json': '{}' });
  await expect(readFrom(body.subarray(0, body.length / 2))).rejects.toMatchObject({
    name: 'UnreadableModelError',
  });
});

import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeS3Service } from '../../../local/s3/s3-service.ts';
import { spawnS3 } from './spawn-s3.ts';
import { signed } from './start-s3.ts';

const bucket = 'killed';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wellcast-kill-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The same bytes for the same key and round, of sizes from 0 to 600 kB. */
const bodyOf = (key: string, round: number) =>
  Buffer.alloc((round * 7919 + key.length * 104_729) % 600_000, `${key} in round ${round} `);
const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex');

/** Four writers overwrite and delete ten keys without pause, until the process dies under them. */
const writeUntilKilled = async (
  endpoint: string,
  acknowledged: Map<string, string | undefined>,
  onAnswer: () => void,
) => {
  const inDoubt = new Set<string>();
  const writer = async (id: number) => {
    for (let round = id; ; round += 4) {
      const key = `writer ${id}/${round % 10}`;
      const body = bodyOf(key, round);
      const method = round % 5 === 4 ? 'DELETE' : 'PUT';
      inDoubt.add(key);
      const url = `${endpoint}/${bucket}/${encodeURI(key)}`;
      const init = { method, headers: signed, ...(method === 'PUT' ? { body } : {}) };
      const answer = await fetch(url, init).catch(() => undefined);
      if (answer === undefined) return;
      expect(answer.status).toBe(method === 'PUT' ? 200 : 204);
      acknowledged.set(key, method === 'PUT' ? md5(body) : undefined);
      inDoubt.delete(key);
      onAnswer();
    }
  };
  await Promise.all([0, 1, 2, 3].map(writer));
  return inDoubt;
};

describe('a local S3 that is killed while it writes', () => {
  it('has every object whole at the next start, and every one that it acknowledged', async () => {
    (await makeS3Service({ folder, region: 'us-east-1' })).createBucket(bucket, { versioned: false });
    const acknowledged = new Map<string, string | undefined>();
    // Killed at the n-th answer, while the other three writers are somewhere in the middle.
    for (const killAt of [1, 7, 23, 41, 64]) {
      const s3 = await spawnS3(folder);
      let answers = 0;
      let killed: Promise<void> | undefined;
      const inDoubt = await writeUntilKilled(s3.endpoint, acknowledged, () => {
        answers += 1;
        if (answers === killAt) killed = s3.kill();
      }).finally(() => killed ?? s3.kill());

      const restarted = await makeS3Service({ folder, region: 'us-east-1' });
      const keys = await restarted.listKeys(bucket, '');
      const { etags, segments } = await inspect(restarted, keys);
      for (const [key, etag] of acknowledged) if (!inDoubt.has(key)) expect(etags.get(key)).toBe(etag);
      for (const key of inDoubt) acknowledged.set(key, etags.get(key));
      // Nothing of the unfinished writes is left: one data file and one record for each object.
      expect(await readdir(path.join(folder, 'contents', bucket, 'data'))).toHaveLength(segments);
      expect(await readdir(path.join(folder, 'contents', bucket, 'versions'))).toHaveLength(keys.length);
    }
  });
});

/** Reads every object back, and finds that its bytes are those that its ETag promises. */
const inspect = async (service: Awaited<ReturnType<typeof makeS3Service>>, keys: readonly string[]) => {
  const { serve } = await import('../../support/serve.ts');
  const served = await serve(service.handle);
  const etags = new Map<string, string>();
  for (const key of keys) {
    const answer = await fetch(`${served.endpoint}/${bucket}/${encodeURI(key)}`, { headers: signed });
    const body = answer.body === null ? Buffer.alloc(0) : await buffer(answer.body);
    const etag = String(answer.headers.get('etag')).replaceAll('"', '');
    expect(md5(body)).toBe(etag);
    etags.set(key, etag);
  }
  await served.close();
  return { etags, segments: keys.length };
};

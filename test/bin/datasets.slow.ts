import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { spawnWellcast } from '../support/spawn-wellcast.ts';

let aws: TestAws;
let folder: string;
beforeAll(async () => {
  aws = await startTestAws();
  folder = await mkdtemp(path.join(tmpdir(), 'wellcast-datasets-'));
});
afterAll(async () => {
  await aws.close();
  await rm(folder, { recursive: true, force: true });
});

const run = (...args: string[]) =>
  spawnWellcast(['datasets', ...args, '--api', aws.apiEndpoint, '--data-dir', aws.dataDir]).ended;
const csvOf = (people: number) =>
  [
    'customer,age,left',
    ...Array.from(
      { length: people },
      (_, person) => `c${person},${20 + person},${person % 3 === 0 ? 'Yes' : 'No'}`,
    ),
  ].join('\n');

describe('wellcast datasets', () => {
  it('prepares, lists, compares and loads versions through the API', { timeout: 120_000 }, async () => {
    const prepare = async (people: number) => {
      const file = path.join(folder, `${people}.csv`);
      await writeFile(file, csvOf(people));
      const what = ['--dataset', 'cli', '--person', 'customer', '--target', 'left', '--reason', 'a test'];
      return run('prepare', '--data', file, ...what);
    };
    const first = await prepare(30);
    expect(first.stdout, first.stderr).toBe('cli 1.0.0\n');
    expect((await prepare(30)).stdout).toBe('cli 1.0.0, which was there already\n');
    expect((await prepare(40)).stdout).toBe('cli 1.1.0\n');

    const versions = await run('versions', 'cli');
    expect(versions.stdout.split('\n').map((line) => line.trim().split(/ +/)[0])).toEqual([
      'version',
      '1.1.0',
      '1.0.0',
      '',
    ]);
    const compared = await run('compare', 'cli', '--from', '1.0.0', '--to', '1.1.0');
    expect(compared.stdout).toContain('rows: 10 added, 0 removed, 30 kept');

    const output = path.join(folder, 'loaded');
    const loaded = await run('load', 'cli', '--version', '1.1.0', '--output', output);
    expect(loaded.code, loaded.stderr).toBe(0);
    expect((await readFile(path.join(output, 'train.csv'), 'utf8')).trim().split('\n')).toHaveLength(33);
    const manifest = JSON.parse(await readFile(path.join(output, 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ version: '1.1.0', parent: '1.0.0' });

    const absent = await run('load', 'cli', '--version', '7.0.0');
    expect(absent.code).toBe(1);
    expect(absent.stderr).toContain('has no version 7.0.0');
  });

  it('wants a token where the API is elsewhere', async () => {
    const { code, stderr } = await spawnWellcast([
      'datasets',
      'versions',
      'x',
      '--api',
      'https://elsewhere.test',
    ]).ended;
    expect(code).toBe(2);
    expect(stderr).toContain('--token');
  });
});

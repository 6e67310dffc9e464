import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarioNames } from '../../ml/synthetic/wearable/scenarios.ts';
import { spawnWellcast } from '../support/spawn-wellcast.ts';

let folder = '';
const inFolder = (...parts: string[]) => path.join(folder, ...parts);
const run = (...args: string[]) => spawnWellcast(args).ended;
const generate = (seed: number, output: string) =>
  run(
    'generate',
    'wearable',
    '--samples',
    '4000',
    '--seed',
    String(seed),
    '--output',
    inFolder(output),
    '--json',
  );

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'wellcast-wearable-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const digest = async (output: string) => {
  const hash = createHash('sha256');
  for (const name of (await readdir(inFolder(output), { recursive: true })).sort()) {
    if (name.endsWith('.csv')) hash.update(name).update(await readFile(inFolder(output, name)));
  }
  return hash.digest('hex');
};

describe('wellcast generate wearable', () => {
  it('writes all, normal and anomalous samples and the scenarios, the same bytes for the same seed', async () => {
    const end = await generate(3, 'a');
    expect(end.code, end.stderr).toBe(0);
    expect(JSON.parse(end.stdout)).toMatchObject({ samples: 4000, people: 3, seed: 3 });
    const lines = async (name: string) => (await readFile(inFolder('a', name), 'utf8')).trim().split('\n');
    const all = await lines('health_metrics.csv');
    expect(all[0]).toBe('userId,timestamp,heartRate,steps,calories,distance,label');
    expect(all.length - 1).toBe(4000);
    expect((await lines('normal_data.csv')).length - 1).toBe(3200);
    expect((await lines('anomalous_data.csv')).length - 1).toBe(800);
    expect((await readdir(inFolder('a', 'scenarios'))).sort()).toEqual(
      scenarioNames.map((name) => `${name}.csv`).sort(),
    );
    await generate(3, 'b');
    await generate(4, 'c');
    expect(await digest('b')).toBe(await digest('a'));
    expect(await digest('c')).not.toBe(await digest('a'));
  });
});

describe('wellcast evaluate lstm-autoencoder', () => {
  it('judges a model overall, by person and by kind, beside three baselines', async () => {
    const trained = await run(
      ...['train', 'lstm-autoencoder', '--data', inFolder('a', 'normal_data.csv')],
      ...[
        '--units',
        '4',
        '--encoding-dim',
        '2',
        '--epochs',
        '1',
        '--stride',
        '10',
        '--output',
        inFolder('model'),
      ],
    );
    expect(trained.code, trained.stderr).toBe(0);
    const judge = (...more: string[]) =>
      run(
        ...['evaluate', 'lstm-autoencoder', '--model', inFolder('model')],
        ...['--test-data', inFolder('c', 'anomalous_data.csv'), ...more],
      );
    const shown = await judge('--history', inFolder('a', 'normal_data.csv'));
    expect(shown.code, shown.stderr).toBe(0);
    for (const text of ['AUC-ROC', 'personal z-score', 'PCA', 'nearest neighbour', 'median delay']) {
      expect(shown.stdout).toContain(text);
    }
    const plain = await judge('--json');
    expect(Object.keys(JSON.parse(plain.stdout).test.baselines)).toEqual(['personalZScore']);
  });

  it('says which file of a model is missing', async () => {
    const end = await run(
      ...['evaluate', 'lstm-autoencoder', '--model', inFolder('a')],
      ...['--test-data', inFolder('a', 'anomalous_data.csv')],
    );
    expect(end.code).toBe(2);
    expect(end.stderr).toContain('model.json');
  });
});

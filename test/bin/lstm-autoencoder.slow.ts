import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { wearableCsv } from '../ml/wearable/training/wearable-csv.ts';
import { spawnWellcast } from '../support/spawn-wellcast.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'wellcast-autoencoder-'));
  await writeFile(path.join(folder, 'train.csv'), wearableCsv(3000, 1));
  await writeFile(path.join(folder, 'test.csv'), wearableCsv(2500, 2));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const inFolder = (name: string) => path.join(folder, name);
const tiny = [
  '--units',
  '8',
  '--encoding-dim',
  '4',
  '--sequence-length',
  '12',
  '--stride',
  '6',
  '--seed',
  '2',
];
const train = (output: string, ...more: string[]) =>
  spawnWellcast([
    'train',
    'lstm-autoencoder',
    '--data',
    inFolder('train.csv'),
    '--test-data',
    inFolder('test.csv'),
    '--output',
    inFolder(output),
    ...tiny,
    ...more,
  ]);

const filesIn = async (name: string) => {
  const names = (await readdir(inFolder(name))).sort();
  return Promise.all(
    names.map(async (file) => [file, await readFile(path.join(inFolder(name), file), 'base64')]),
  );
};

const Result = z.object({ output: z.string(), keras: z.string(), metrics: z.object({ epochs: z.number() }) });
const Exported = z.object({
  files: z.record(z.string(), z.object({ sha256: z.string(), bytes: z.number() })),
});

describe('wellcast train lstm-autoencoder', () => {
  it('goes on after Ctrl-C, and ends with the files of a training that nobody stopped', async () => {
    const long = ['--epochs', '14', '--patience', '14'];
    expect((await train('whole', ...long).ended).code).toBe(0);
    const stopping = train('stopped', ...long);
    await expect.poll(() => stopping.stderr(), { timeout: 30_000, interval: 20 }).toContain('epoch 2 loss');
    process.kill(-stopping.child.pid!, 'SIGINT');
    const stopped = await stopping.ended;
    expect({ code: stopped.code, stdout: stopped.stdout }).toEqual({ code: 130, stdout: '' });
    expect(stopped.stderr).toContain('the same command goes on');
    expect(await readdir(inFolder('stopped'))).toEqual(['checkpoints']);
    const resumed = await train('stopped', ...long).ended;
    expect(resumed.code).toBe(0);
    expect(resumed.stderr).toMatch(/resuming after epoch \d+/);
    const files = await filesIn('stopped');
    expect(files).toEqual(await filesIn('whole'));
    expect(files.map(([name]) => name)).toEqual(
      expect.arrayContaining(['training-loss.png', 'error-distribution.png', 'reconstructions.png']),
    );
    expect(files.map(([name]) => name)).not.toContain('checkpoints');
  });

  it('writes the Keras file where the output names one, and the rest beside it; export reads it', async () => {
    const end = await train('models/net.h5', '--epochs', '1', '--json').ended;
    expect(end.code).toBe(0);
    const { output, keras, metrics } = Result.parse(JSON.parse(end.stdout));
    expect({ output, keras }).toEqual({ output: inFolder('models/net'), keras: inFolder('models/net.h5') });
    expect(metrics.epochs).toBe(1);
    const hdf5 = await readFile(keras);
    expect(hdf5.subarray(1, 4).toString()).toBe('HDF');
    const exported = await spawnWellcast([
      'export',
      'lstm-autoencoder',
      '--model',
      keras,
      '--output',
      inFolder('export'),
      '--json',
    ]).ended;
    expect(exported.code).toBe(0);
    const { files } = Exported.parse(JSON.parse(exported.stdout));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        'tfjs/model.json',
        'lstm_model.onnx',
        'lstm_model.h5',
        'lstm_model.tflite',
        'threshold.npy',
      ]),
    );
    expect(await readFile(inFolder('export/lstm_model.h5'))).toEqual(hdf5);
    for (const [name, { bytes }] of Object.entries(files))
      expect((await readFile(path.join(inFolder('export'), name))).length).toBe(bytes);
  });

  it.each([
    [['--data', '/absent.csv'], '/absent.csv cannot be read'],
    [['--epochs', '0'], 'whole number from 1'],
    [['--dropout', '1'], 'number from 0 to 0.9'],
    [['--units', 'many'], 'units'],
  ])('refuses %j in one line', async (wrong, message) => {
    const end = await spawnWellcast(['train', 'lstm-autoencoder', '--data', inFolder('train.csv'), ...wrong])
      .ended;
    expect(end.code).not.toBe(0);
    expect(end.stderr).toContain(message);
    expect(end.stderr).not.toContain('    at ');
  });
});

describe('wellcast export lstm-autoencoder', () => {
  it('says which file of a model is missing', async () => {
    const end = await spawnWellcast(['export', 'lstm-autoencoder', '--model', folder]).ended;
    expect(end.code).toBe(2);
    expect(end.stderr).toContain('holds no model.json');
  });
});

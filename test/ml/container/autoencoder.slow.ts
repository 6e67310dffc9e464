import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DetectorMetrics } from '../../../ml/evaluation/detector-metrics.ts';
import { makeFusedEngine } from '../../../ml/lstm/fused-engine.ts';
import { readNetwork } from '../../../ml/lstm/read-network.ts';
import { readModelSettings } from '../../../ml/wearable/model-settings.ts';
import { readNormalizationParams } from '../../../ml/wearable/normalization-params.ts';
import { readThreshold } from '../../../ml/wearable/threshold.ts';
import { tinyHyperparameters, wearableCsv } from '../wearable/training/wearable-csv.ts';
import { type OptMlFolder, optMlFolder } from './opt-ml-folder.ts';
import { runContainer } from './run-container.ts';

const train = wearableCsv(4000, 1);
const test = wearableCsv(3000, 2);

let folder: OptMlFolder;
const fill = async (settings: object = tinyHyperparameters) => {
  await folder.write('input/config/hyperparameters.json', JSON.stringify(settings));
  await folder.write('input/data/train/train.csv', train);
  await folder.write('input/data/test/test.csv', test);
};
beforeEach(async () => {
  folder = await optMlFolder();
  await fill();
});
afterEach(() => folder.remove());

const run = (stopAfter?: string) =>
  runContainer({ root: folder.root, ...(stopAfter === undefined ? {} : { stopAfter }) });

const modelFiles = async () => {
  const names = await folder.list('model');
  return Promise.all(names.map(async (name) => [name, await folder.read(`model/${name}`)]));
};

describe('the training container, asked for an LSTM autoencoder', () => {
  it('writes every file of a model, which its readers read, and prints no id', async () => {
    const { code, stdout, stderr } = await run();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(await folder.list('model')).toEqual([
      'error-distribution.svg',
      'metrics.json',
      'model.json',
      'model_settings.json',
      'normalization_params.json',
      'reconstructions.svg',
      'threshold.json',
      'training-loss.svg',
      'training_history.json',
      'weights.bin',
    ]);
    const json = async (name: string): Promise<unknown> => JSON.parse(await folder.read(`model/${name}`));
    const metrics = DetectorMetrics.parse(await json('metrics.json'));
    expect(metrics).toMatchObject({ epochs: 4, seed: 2, errorKind: 'conditional' });
    expect(metrics.test?.anomalousWindows).toBeGreaterThan(0);
    expect(readModelSettings(await json('model_settings.json'))).toMatchObject({
      stepsPerWindow: 12,
      strideSteps: 6,
    });
    expect(readNormalizationParams(await json('normalization_params.json')).means).toHaveLength(4);
    expect(readThreshold(await json('threshold.json')).threshold).toBe(metrics.threshold);
    const weights = await folder.readBytes('model/weights.bin');
    const engine = makeFusedEngine(readNetwork(await json('model.json'), new Uint8Array(weights).buffer));
    expect([engine.steps, engine.features, engine.encodingDim]).toEqual([12, 7, 4]);
    expect(stdout).toContain(`test:auc=${metrics.test?.auc.value.toFixed(4)};`);
    expect(stdout).toMatch(/baseline:personalZScore_auc=0\.\d{4};/);
    expect(stdout).toMatch(/^gate (approved|refused)$/m);
    for (const user of new Set(
      train
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[0]),
    ))
      if (user !== '' && user !== undefined) expect(stdout).not.toContain(user);
  });

  it('stops on SIGTERM with its checkpoint saved, and ends with the same bytes when started again', async () => {
    // Long enough that the signal meets it in the middle.
    const long = { ...tinyHyperparameters, epochs: '14', patience: '14' };
    await fill(long);
    expect((await run()).code).toBe(0);
    const undisturbed = await modelFiles();
    await folder.remove();
    await fill(long);
    expect((await run('epoch 2 ')).code).toBe(143);
    expect(await folder.list('checkpoints')).toEqual(['autoencoder.json']);
    expect(await folder.list('model')).toEqual([]);
    expect(await folder.list('output')).toEqual([]);
    const resumed = await run();
    expect(resumed.stdout).toMatch(/resuming after epoch \d+ and \d+ batches/);
    expect(resumed.stdout).not.toContain('epoch 1 loss');
    expect(await modelFiles()).toEqual(undisturbed);
  });

  it('trains without a test channel, and then says that the gate refuses it', async () => {
    await folder.remove();
    await folder.write('input/config/hyperparameters.json', JSON.stringify(tinyHyperparameters));
    await folder.write('input/data/train/train.csv', train);
    const { code, stdout } = await run();
    expect(code).toBe(0);
    expect(stdout).toContain('gate refused');
    expect(JSON.parse(await folder.read('model/metrics.json'))).toMatchObject({ test: null });
  });

  it('leaves a broken checkpoint and one of other data unused', async () => {
    await folder.write('checkpoints/autoencoder.json', '{"formatVersion":1');
    const { code, stdout } = await run();
    expect(code).toBe(0);
    expect(stdout).toContain('checkpoint of another training or release left unused');
  });

  it.each<[string, string, string, string]>([
    [
      'no timestamp',
      'input/data/train/train.csv',
      'userId,heartRate\nu,70\n',
      'train.csv has no column timestamp',
    ],
    [
      'too few samples for one window',
      'input/data/train/train.csv',
      train.split('\n').slice(0, 8).join('\n'),
      'complete samples in a row',
    ],
    [
      'a test without anomalies',
      'input/data/test/test.csv',
      train
        .split('\n')
        .filter((line) => /label|normal$/.test(line))
        .join('\n'),
      'are normal',
    ],
    [
      'a setting of the other trainer',
      'input/config/hyperparameters.json',
      '{"algorithm":"lstm-autoencoder","hidden_units":"8"}',
      'hidden_units: unknown',
    ],
    [
      'a learning rate of nought',
      'input/config/hyperparameters.json',
      '{"algorithm":"lstm-autoencoder","learning_rate":"0"}',
      'learning_rate: ',
    ],
    ['another trainer', 'input/config/hyperparameters.json', '{"algorithm":"xgboost"}', 'algorithm: '],
  ])('fails with one paragraph that says what to change: %s', async (_, name, content, message) => {
    await folder.write(name, content);
    const { code } = await run();
    expect(code).toBe(1);
    const failure = await folder.read('output/failure');
    expect(failure).toContain(message);
    expect(failure.trimEnd()).not.toContain('\n');
    expect(await folder.list('model')).toEqual([]);
  });
});

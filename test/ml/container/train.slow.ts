import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ModelMetrics } from '../../../ml/evaluation/model-metrics.ts';
import { madeTable } from '../models/made-table.ts';
import { type OptMlFolder, optMlFolder, toCsv } from './opt-ml-folder.ts';
import { type ContainerRun, runContainer } from './run-container.ts';

const settings = { seed: '1', epochs: '3', hidden_units: '8,4', members: '3', bootstrap_resamples: '50' };
const train = toCsv(madeTable(120, 1));
const validation = toCsv(madeTable(60, 2));

let folder: OptMlFolder;
beforeEach(async () => {
  folder = await optMlFolder();
  await folder.write('input/config/hyperparameters.json', JSON.stringify(settings));
  await folder.write('input/data/train/train_1.csv', train);
  await folder.write('input/data/validation/validation_1.csv', validation);
});
afterEach(() => folder.remove());

const run = (settings: Omit<ContainerRun, 'root'> = {}) => runContainer({ root: folder.root, ...settings });

const modelFiles = async () => {
  const names = await folder.list('model');
  return Promise.all(names.map(async (name) => [name, await folder.read(`model/${name}`)]));
};

describe('the training container', () => {
  it('writes every file of a model, and prints no id', async () => {
    const { code, stdout, stderr } = await run();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(await folder.list('model')).toEqual([
      'feature_importance.csv',
      'metrics.json',
      'model.json',
      'model_card.md',
      'normalization_params.json',
      'precision-recall.svg',
      'reliability.svg',
      'roc.svg',
      'training-loss.svg',
      'training_history.json',
      'weights.bin',
    ]);
    const metrics = ModelMetrics.parse(JSON.parse(await folder.read('model/metrics.json')));
    expect(metrics).toMatchObject({ persons: 60, trainPersons: 120, features: 5, seed: 1, rowsSha256: null });
    expect(await folder.read('model/model_card.md')).toContain('no medical device');
    expect(await folder.read('model/feature_importance.csv')).toMatch(
      /^feature,auc_fall,standard_deviation\n/,
    );
    expect(stdout).toContain(`validation:auc=${metrics.auc.value.toFixed(4)};`);
    expect(stdout).not.toContain('sample_');
    expect(await folder.list('output')).toEqual([]);
  });

  it('makes the same model of a dataset in parts, and refuses parts dealt out among machines', async () => {
    await run();
    const whole = await modelFiles();
    const [header, ...rows] = train.trimEnd().split('\n');
    await folder.remove();
    await folder.write('input/config/hyperparameters.json', JSON.stringify(settings));
    for (const [part, from] of [0, 50, 51].entries()) {
      const lines = rows.slice(from, [50, 51, rows.length][part]);
      await folder.write(`input/data/train/part-00000${part}.csv`, [header, ...lines, ''].join('\n'));
    }
    await folder.write('input/data/validation/part-000002.csv', validation);
    const machine = { current_host: 'algo-1', hosts: ['algo-1', 'algo-2'] };
    const channel = { TrainingInputMode: 'File', S3DistributionType: 'ShardedByS3Key' };
    await folder.write('input/config/resourceconfig.json', JSON.stringify(machine));
    await folder.write('input/config/inputdataconfig.json', JSON.stringify({ train: channel }));
    expect((await run()).code).toBe(1);
    expect(await folder.read('output/failure')).toContain(
      'The channel train is dealt out by key among 2 machines',
    );

    const alone = { current_host: 'algo-1', hosts: ['algo-1'] };
    await folder.write('input/config/resourceconfig.json', JSON.stringify(alone));
    expect((await run()).code).toBe(0);
    expect(await modelFiles()).toEqual(whole);
  });

  it('stops on SIGTERM with its checkpoint saved, and ends with the same bytes when started again', async () => {
    // Long enough that the signal meets it in the middle.
    const long = JSON.stringify({ ...settings, epochs: '60', patience: '60' });
    await folder.write('input/config/hyperparameters.json', long);
    expect((await run()).code).toBe(0);
    const undisturbed = await modelFiles();
    await folder.remove();
    await folder.write('input/config/hyperparameters.json', long);
    await folder.write('input/data/train/train_1.csv', train);
    await folder.write('input/data/validation/validation_1.csv', validation);
    const stopped = await run({ stopAfter: 'network 1 epoch 2' });
    expect(stopped.code).toBe(143);
    expect(await folder.list('checkpoints')).toEqual(['training.json']);
    expect(await folder.list('model')).toEqual([]);
    expect(await folder.list('output')).toEqual([]);
    const resumed = await run();
    expect(resumed.stdout).toMatch(/resuming network \d after epoch \d/);
    expect(resumed.stdout).not.toContain('network 1 epoch 1 ');
    expect(await modelFiles()).toEqual(undisturbed);
  });

  it('learns nothing from validation labels: turned round, they change figures but no weight or threshold', async () => {
    await run();
    const before = new Map(await modelFiles().then((files) => files.map(([name, text]) => [name!, text!])));
    await folder.write(
      'input/data/validation/validation_1.csv',
      validation.replaceAll(/[01]$/gm, (label) => (label === '1' ? '0' : '1')),
    );
    await run();
    const after = new Map(await modelFiles().then((files) => files.map(([name, text]) => [name!, text!])));
    for (const name of ['weights.bin', 'model.json', 'normalization_params.json', 'training_history.json']) {
      expect(after.get(name)).toBe(before.get(name));
    }
    expect(after.get('metrics.json')).not.toBe(before.get('metrics.json'));
  });

  it('leaves a checkpoint of other data or a broken one unused', async () => {
    await folder.write('checkpoints/training.json', '{"schemaVersion":1');
    const { code, stdout } = await run();
    expect(code).toBe(0);
    expect(stdout).toContain('checkpoint of another training or release left unused');
  });

  it.each<[string, string, string, string]>([
    [
      'a missing label column',
      'input/data/train/train_1.csv',
      train.replace(',label', ',outcome'),
      'train_1.csv has no column label',
    ],
    [
      'one class only',
      'input/data/train/train_1.csv',
      train.replaceAll(/[01]$/gm, '0'),
      'All 120 training rows have the label 0',
    ],
    ['an empty file', 'input/data/train/train_1.csv', '', 'train_1.csv is empty'],
    [
      'NaN',
      'input/data/train/train_1.csv',
      `${train}sample_x,NaN,1,1,1,7,0\n`,
      'train_1.csv, line 122, column mood_mean_7day: not a finite decimal number',
    ],
    [
      'a short row',
      'input/data/train/train_1.csv',
      `${train}sample_x,1\n`,
      'line 122: the row has more or fewer cells than the header',
    ],
    ['an unclosed quote', 'input/data/train/train_1.csv', `${train}"sample_x,1\n`, 'is not valid CSV'],
    [
      'persons on both sides',
      'input/data/validation/validation_1.csv',
      train,
      '120 persons are both in training and in validation',
    ],
    [
      'one class in validation',
      'input/data/validation/validation_1.csv',
      validation.replaceAll(/[01]$/gm, '1'),
      'do not hold both labels',
    ],
    [
      'an unknown hyperparameter',
      'input/config/hyperparameters.json',
      '{"learning_rte":"0.1"}',
      'learning_rte: unknown',
    ],
    ['a hyperparameter out of range', 'input/config/hyperparameters.json', '{"dropout":"2"}', 'dropout: '],
    [
      'hyperparameters that are not JSON',
      'input/config/hyperparameters.json',
      '{',
      'hyperparameters.json is not JSON',
    ],
  ])('fails with one paragraph that says what to change: %s', async (_, name, content, message) => {
    await folder.write(name, content);
    const { code, stdout } = await run();
    expect(code).toBe(1);
    const failure = await folder.read('output/failure');
    expect(failure).toContain(message);
    expect(failure.trimEnd()).not.toContain('\n');
    expect(failure + stdout).not.toContain('sample_x');
    expect(await folder.list('model')).toEqual([]);
  });

  it('says that it can train and serve, and nothing else', async () => {
    const { code, stderr } = await run({ argument: 'tune' });
    expect(code).toBe(2);
    expect(stderr).toContain('can train or serve');
  });
});

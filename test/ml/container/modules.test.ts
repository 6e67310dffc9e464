import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findCheckpoint, saveCheckpoint } from '../../../ml/container/checkpoint.ts';
import { failureText } from '../../../ml/container/failure-text.ts';
import { readHyperparameters } from '../../../ml/container/hyperparameters.ts';
import { channelFiles, readFeatureTable } from '../../../ml/container/read-feature-table.ts';
import { trainAndEvaluate } from '../../../ml/container/train-and-evaluate.ts';
import { trainingFolders } from '../../../ml/container/training-folders.ts';
import { writeModel } from '../../../ml/container/write-model.ts';
import { newMoments } from '../../../ml/models/adam.ts';
import { selectRows } from '../../../ml/preprocessing/feature-table.ts';
import { TableError } from '../../../ml/preprocessing/table-error.ts';
import { madeTable } from '../models/made-table.ts';
import { type OptMlFolder, optMlFolder, toCsv } from './opt-ml-folder.ts';

let folder: OptMlFolder;
beforeEach(async () => {
  folder = await optMlFolder();
});
afterEach(() => folder.remove());

describe('readHyperparameters', () => {
  it('has a default for everything', () => {
    expect(readHyperparameters({})).toMatchObject({
      labelColumn: 'label',
      idColumn: undefined,
      modelName: 'crisis',
      seed: 1,
      network: { hiddenUnits: [64, 32] },
      rowsSha256: null,
    });
  });

  it('reads texts, quoted or not, and leaves those of SageMaker itself alone', () => {
    const settings = readHyperparameters({
      label_column: '"Churn"',
      hidden_units: '16, 8',
      learning_rate: '1e-4',
      rows_sha256: 'ab12',
      sagemaker_program: 'train',
    });
    expect(settings).toMatchObject({ labelColumn: 'Churn', rowsSha256: 'ab12' });
    expect(settings.network).toMatchObject({ hiddenUnits: [16, 8], learningRate: 1e-4 });
  });

  it.each([
    [{ seed: '1.5' }, 'seed: '],
    [{ epochs: '' }, 'epochs: is empty'],
    [{ hidden_units: 'many' }, 'hidden_units'],
    [[], 'must hold an object'],
  ])('refuses %j', (given, message) => {
    expect(() => readHyperparameters(given)).toThrow(message);
    expect(() => readHyperparameters(given)).toThrow(
      expect.objectContaining({ code: 'invalid-hyperparameter' }),
    );
  });
});

describe('failureText', () => {
  it('lets a domain error speak, in one paragraph', () => {
    expect(failureText(new TableError('One thing.\n Change it.'))).toBe('One thing. Change it.');
  });
  it('tells of anything else only its kind', () => {
    expect(failureText(new TypeError('mood of sample_1 was 2'))).not.toContain('sample_1');
    expect(failureText('sample_1')).toContain('(string)');
  });
});

describe('a checkpoint', () => {
  const parameters = [Float32Array.of(0.1, -3e-9), Float32Array.of(Math.PI)];
  const state = {
    parameters,
    moments: { ...newMoments(parameters), steps: 7 },
    best: { epoch: 0, parameters },
    history: [{ epoch: 0, trainLoss: 0.1 + 0.2, heldBackLoss: 0.5 }],
  };

  it('comes back to the bit for the same training, and for no other', async () => {
    await saveCheckpoint(folder.root, 'this', [state]);
    expect(await findCheckpoint(folder.root, 'this')).toEqual({ kind: 'usable', states: [state] });
    expect(await findCheckpoint(folder.root, 'that')).toEqual({ kind: 'unusable' });
  });

  it('is none where there is none', async () => {
    expect(await findCheckpoint(`${folder.root}/absent`, 'this')).toEqual({ kind: 'none' });
  });
});

describe('the CSV reader', () => {
  it('reads all files of a channel in order of name, with a byte-order mark and Windows line ends', async () => {
    await folder.write('train/b.csv', 'sample_id,x,label\nq,2,1\n');
    await folder.write('train/a.csv', '\uFEFFsample_id,x,label\r\n"p",1,0\r\n');
    await folder.write('train/manifest.json', '{}');
    const table = await readFeatureTable(await channelFiles(`${folder.root}/train`), {
      labelColumn: 'label',
    });
    expect(table.ids).toEqual(['p', 'q']);
    expect([...table.values]).toEqual([1, 2]);
  });

  it('says which channel is empty', async () => {
    await expect(channelFiles(`${folder.root}/validation`)).rejects.toThrow(
      'channel validation holds no .csv',
    );
  });
});

describe('trainAndEvaluate', () => {
  it('writes the same model whether the minority was copied on both sides or not', async () => {
    const settings = readHyperparameters({
      epochs: '1',
      members: '3',
      hidden_units: '4',
      bootstrap_resamples: '20',
    });
    const filesOf = async (name: string, copies: boolean) => {
      for (const [channel, table] of [
        ['train', madeTable(90, 1)],
        ['validation', madeTable(60, 2)],
      ] as const) {
        const rows = [...table.ids.keys()];
        const minority = rows.filter((row) => copies && table.labels[row] === 1);
        const csv = toCsv(selectRows(table, [...rows, ...minority]));
        await folder.write(`${name}/input/data/${channel}/${channel}.csv`, csv);
      }
      const folders = trainingFolders(`${folder.root}/${name}`);
      const lines: string[] = [];
      const { signal } = new AbortController();
      const result = await trainAndEvaluate({
        folders,
        settings,
        signal,
        report: (line) => lines.push(line),
      });
      await writeModel(folders.model, result);
      expect(lines).toContain('trained on 90 persons, 90 distinct rows');
      const names = await folder.list(`${name}/model`);
      return Promise.all(names.map((file) => folder.read(`${name}/model/${file}`)));
    };
    expect(await filesOf('copied', true)).toEqual(await filesOf('plain', false));
  });
});

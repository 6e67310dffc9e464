import { io, type Tensor, tensor2d } from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { crossValidate } from '../../../ml/models/cross-validate.ts';
import { evaluateTabularModel } from '../../../ml/models/evaluate-tabular-model.ts';
import { fitTabularModel } from '../../../ml/models/fit-tabular-model.ts';
import { NetworkOptions } from '../../../ml/models/network-options.ts';
import { plattProbabilities } from '../../../ml/models/platt-scaling.ts';
import { saveNetwork } from '../../../ml/models/save-network.ts';
import { loadTabularModel } from '../../../ml/models/score-rows.ts';
import { ensembleLogits } from '../../../ml/models/train-ensemble.ts';
import type { MemberState } from '../../../ml/models/train-member.ts';
import { type FeatureTable, selectRows } from '../../../ml/preprocessing/feature-table.ts';
import { normalize } from '../../../ml/preprocessing/normalization.ts';
import { seededRandom } from '../../../ml/random/seeded-random.ts';
import { madeTable } from './made-table.ts';

const network = NetworkOptions.parse({ hiddenUnits: [8, 4], epochs: 3, members: 3 });
const request = { modelName: 'made', network, seed: 1 };
const table = madeTable(240, 1);
const model = await fitTabularModel(table, request);
const options = { resamples: 50, random: seededRandom(1) };

describe('fitTabularModel', () => {
  it('is the same for the same data and seed, and another for another seed', async () => {
    expect(await fitTabularModel(table, request)).toEqual(model);
    expect((await fitTabularModel(table, { ...request, seed: 2 })).params).not.toEqual(model.params);
  });

  it('is the same whether the minority was copied or not', async () => {
    const rows = [...table.ids.keys()];
    const copied = selectRows(table, [...rows, ...rows.filter((row) => table.labels[row] === 1)]);
    expect(await fitTabularModel(copied, request)).toEqual(model);
  });

  it('ends the same when interrupted after any epoch and resumed', async () => {
    const saved: MemberState[][] = [];
    await fitTabularModel(table, request, { onEpoch: async (states) => void saved.push([...states]) });
    expect(saved.length).toBeGreaterThan(3);
    for (const resumeFrom of [saved[0], saved[4], saved.at(-1)]) {
      expect(await fitTabularModel(table, request, { resumeFrom })).toEqual(model);
    }
  });

  it('trains on two persons of a class, and refuses one class or no row', async () => {
    const [first, second] = [...table.ids.keys()].filter((row) => table.labels[row] === 1);
    const negative = [...table.ids.keys()].filter((row) => table.labels[row] === 0).slice(0, 8);
    const few = await fitTabularModel(selectRows(table, [first!, second!, ...negative]), request);
    expect(few.ensemble.members).toHaveLength(1);
    const refused = expect.objectContaining({ code: 'unusable-table' });
    await expect(fitTabularModel(selectRows(table, negative), request)).rejects.toEqual(refused);
    await expect(fitTabularModel(selectRows(table, []), request)).rejects.toEqual(refused);
  });
});

describe('evaluateTabularModel', () => {
  const evaluation = evaluateTabularModel(model, madeTable(200, 2), options);

  it('finds the signal that is there, and no weight in a constant column', () => {
    expect(evaluation.figures.auc.value).toBeGreaterThan(0.65);
    expect(evaluation.figures.auc.value).toBeLessThan(0.9);
    const byName = new Map(evaluation.importance.map(({ feature, importance }) => [feature, importance]));
    expect(byName.get('mood_mean_7day')).toBeGreaterThan(0.05);
    expect(byName.get('constant')).toBe(0);
  });

  it('compares with mood alone only where that column exists', () => {
    expect(evaluation.figures.baselines.lastWeekMood?.auc.value).toBeGreaterThan(0.6);
    const renamed = { ...madeTable(200, 2), featureNames: ['mood', 'a', 'b', 'c', 'constant'] };
    expect(evaluateTabularModel(model, renamed, options).figures.baselines.lastWeekMood).toBeNull();
  });

  it('does not let copies of validation rows change a figure', () => {
    const validation = madeTable(200, 2);
    const rows = [...validation.ids.keys()];
    const copied = selectRows(validation, [...rows, ...rows.filter((row) => validation.labels[row] === 1)]);
    expect(evaluateTabularModel(model, copied, options)).toEqual(evaluation);
  });

  it('refuses validation rows of one class', () => {
    const validation = madeTable(50, 3);
    const one: FeatureTable = { ...validation, labels: new Uint8Array(50) };
    expect(() => evaluateTabularModel(model, one, options)).toThrow(
      expect.objectContaining({ code: 'unusable-table' }),
    );
  });
});

describe('a saved model', () => {
  const fresh = madeTable(30, 4);
  const { normalization, calibration } = model.params;
  const logits = ensembleLogits(model.ensemble, normalize(fresh.values, normalization));

  it('is read by the stock loadLayersModel and gives the same log-odds', async () => {
    const { modelJson, weights } = await saveNetwork(model.ensemble);
    const json: io.ModelJSON = JSON.parse(modelJson);
    expect(json.weightsManifest.map(({ paths }) => paths)).toEqual([['weights.bin']]);
    const loaded = await loadLayersModel(
      io.fromMemory({
        modelTopology: json.modelTopology,
        weightSpecs: json.weightsManifest.flatMap((group) => group.weights),
        weightData: Uint8Array.from(weights).buffer,
      }),
    );
    const x = tensor2d(Float32Array.from(normalize(fresh.values, normalization)), [30, 5]);
    const predicted = (loaded.predict(x) as Tensor).dataSync();
    predicted.forEach((logit, row) => {
      expect(logit).toBeCloseTo(logits[row]!, 5);
    });
    loaded.dispose();
  });

  it('scores raw rows, missing cells included, as the model that was trained', async () => {
    const saved = { ...(await saveNetwork(model.ensemble)), scoringParams: JSON.stringify(model.params) };
    const scorer = await loadTabularModel(saved);
    const expected = plattProbabilities(logits, calibration);
    scorer.scoreRows(fresh.values).forEach((probability, row) => {
      expect(probability).toBeCloseTo(expected[row]!, 6);
    });
    expect(scorer.scoreRows(new Float64Array(0))).toHaveLength(0);
    expect(() => scorer.scoreRows(new Float64Array(7))).toThrow('Rows of 5 features');
    scorer.dispose();
  });

  it('of another schema version is refused by name', async () => {
    const saved = {
      ...(await saveNetwork(model.ensemble)),
      scoringParams: JSON.stringify({ ...model.params, schemaVersion: 2 }),
    };
    await expect(loadTabularModel(saved)).rejects.toEqual(
      expect.objectContaining({ code: 'unsupported-version', message: expect.stringContaining('version 2') }),
    );
  });
});

describe('crossValidate', () => {
  it('gives both AUCs for each seed and their means', async () => {
    const folds: number[] = [];
    const result = await crossValidate(table, {
      folds: 2,
      seeds: [1, 2],
      network: { ...network, epochs: 1 },
      onFold: ({ fold }) => folds.push(fold),
    });
    expect(folds).toEqual([0, 1, 0, 1]);
    const [first, second] = result.seeds;
    expect(result.networkAuc).toBeCloseTo((first!.networkAuc + second!.networkAuc) / 2, 12);
    expect(Math.abs(result.networkAuc - result.logisticRegressionAuc)).toBeLessThan(0.05);
  });
});

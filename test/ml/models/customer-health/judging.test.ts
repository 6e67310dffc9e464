import { describe, expect, it } from 'vitest';
import { correctAmounts } from '../../../../ml/models/customer-health/correct-amounts.ts';
import { makeCustomerDataset } from '../../../../ml/models/customer-health/customer-dataset.ts';
import {
  guideFigures,
  probabilityFigures,
  truePredictions,
} from '../../../../ml/models/customer-health/customer-figures.ts';
import { customerTasks } from '../../../../ml/models/customer-health/customer-tasks.ts';
import { rowLogits } from '../../../../ml/models/customer-health/forward-network.ts';
import { churnImportance } from '../../../../ml/models/customer-health/health-importance.ts';
import { normalizeInputs } from '../../../../ml/models/customer-health/health-params.ts';
import { judgeCustomerHealth } from '../../../../ml/models/customer-health/judge-customer-health.ts';
import { taskPredictions } from '../../../../ml/models/customer-health/task-predictions.ts';
import { seededRandom } from '../../../../ml/random/seeded-random.ts';
import { customerRows, trainedHealthModel } from '../../../support/customer-health-model.ts';

const datasetOf = (rows: readonly Readonly<Record<string, unknown>>[]) => {
  const builder = makeCustomerDataset();
  for (const row of rows) builder.add(row);
  return builder.result();
};

const rows = customerRows(300, 9);
const data = datasetOf(rows);
const { model, network } = trainedHealthModel();

describe('a dataset', () => {
  it('holds a missing label as unknown, in its task alone', () => {
    const { label_health_score: _, ...rest } = rows[1]!;
    const { labels, count } = datasetOf([{ ...rows[0]!, label_churn_risk_14d: null }, rest]);
    expect(count).toBe(2);
    expect(labels.map((column) => [...column].map(Number.isNaN))).toEqual([
      [false, false],
      [false, false],
      [true, false],
      [false, false],
      [false, true],
    ]);
  });

  it.each([
    ['label_churn_risk_14d', 1.5],
    ['label_session_velocity', -1],
    ['label_health_score', 'high'],
    ['outcome_churned_14d', true],
    ['a_column_of_mine', 1],
  ])('refuses a %s of %j, and adds nothing', (name, value) => {
    const builder = makeCustomerDataset();
    expect(() => builder.add({ ...rows[0]!, [name]: value })).toThrow(new RegExp(name));
    expect(builder.result().count).toBe(0);
  });
});

describe('judging', () => {
  it('gives who knows every path the best possible, and nobody better', () => {
    const best = judgeCustomerHealth({ predictions: truePredictions(data), data, resamples: 20 });
    const own = judgeCustomerHealth({
      predictions: taskPredictions(model, data.inputs),
      data,
      resamples: 20,
    });
    for (const { reached, bestPossible } of [...best.guide, ...best.probabilities]) {
      expect(reached).toBe(bestPossible);
    }
    const [auc14d, auc30d, , health, velocity] = best.guide;
    expect([auc14d?.reached, auc30d?.reached, velocity?.reached]).toEqual([1, 1, 0]);
    // Normal noise of 3 has a mean distance of 3 · √(2 / π).
    expect(health?.reached).toBeCloseTo(3 * Math.sqrt(2 / Math.PI), 0);
    own.guide.forEach(({ reached, bestPossible, interval }, index) => {
      const gain = reached! - bestPossible!;
      expect(guideFigures[index]?.isHigherBetter ? gain : -gain).toBeLessThanOrEqual(0.01);
      expect(interval!.low).toBeLessThanOrEqual(reached!);
      expect(interval!.high).toBeGreaterThanOrEqual(reached!);
    });
  });

  it('says nothing of figures that the data cannot give', () => {
    const real = rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([name]) => !/^(truth|outcome)_/.test(name))),
    );
    const known = datasetOf(real);
    const judged = judgeCustomerHealth({
      predictions: taskPredictions(model, known.inputs),
      data: known,
      resamples: 20,
    });
    const figure = (name: string) =>
      [...judged.guide, ...judged.probabilities].find((one) => one.name === name);
    expect(figure('churn_risk_14d_auc')).toMatchObject({ reached: null, interval: null });
    expect(figure('first_session_accuracy')).toMatchObject({ bestPossible: null, linear: null });
    expect(figure('first_session_accuracy')?.reached).toBeGreaterThan(0.5);
  });

  it('has an interval but of the calibration error, which resampling would raise', () => {
    expect(probabilityFigures.filter(({ isResampled }) => !isResampled).map(({ name }) => name)).toEqual([
      'first_session_success_calibration_error',
      'churn_risk_14d_calibration_error',
      'churn_risk_30d_calibration_error',
    ]);
  });
});

describe('correctAmounts', () => {
  const x = normalizeInputs(data.inputs, model.params);
  const labels = Float64Array.from(
    { length: data.count * 5 },
    (_, cell) => data.labels[cell % 5]![Math.floor(cell / 5)]! / customerTasks[cell % 5]!.scale,
  );
  const velocity = 1;
  const twisted = {
    ...network,
    heads: network.heads.map((head) => ({
      ...head,
      kernel: head.kernel.map((weight) => 3 * weight),
      bias: Float32Array.of(1.5),
    })),
  };

  it('makes amounts right on average, in the order that they had', () => {
    const of = (corrected: typeof network) =>
      rowLogits(corrected, x).filter((_, cell) => cell % 5 === velocity);
    const amounts = of(correctAmounts(twisted, { x, labels }));
    const error = amounts.reduce((sum, amount, row) => sum + amount - labels[row * 5 + velocity]!, 0);
    expect(error / data.count).toBeCloseTo(0, 4);
    const order = (values: Float64Array) => [...values.keys()].sort((a, b) => values[a]! - values[b]!);
    expect(order(amounts).slice(0, 20)).toEqual(order(of(twisted)).slice(0, 20));
  });

  it('leaves probabilities as they were learned', () => {
    const { heads } = correctAmounts(twisted, { x, labels });
    expect(heads.map((head, task) => head === twisted.heads[task])).toEqual([true, false, true, true, true]);
  });

  it('leaves a head alone where too few have the label, or where it ranks the wrong way', () => {
    const few = labels.map((label, cell) => (cell % 5 === velocity && cell > 50 ? Number.NaN : label));
    const reversed = {
      ...network,
      heads: network.heads.map((head) => ({ ...head, kernel: head.kernel.map((weight) => -weight) })),
    };
    expect(correctAmounts(twisted, { x, labels: few }).heads).toEqual(twisted.heads);
    expect(correctAmounts(reversed, { x, labels }).heads).toEqual(reversed.heads);
  });
});

describe('churnImportance', () => {
  it('is 0 for a column without weight, and above where the risk leans on one', () => {
    const { units, kernel } = network.shared[0]!;
    const blind = kernel.slice().fill(0, 0, units);
    const importance = churnImportance(
      { ...model, network: { ...model.network, shared: [{ ...model.network.shared[0]!, kernel: blind }] } },
      data,
      seededRandom(1),
    );
    expect(importance).toHaveLength(46);
    expect(importance[0]).toMatchObject({ feature: 'session_count_7d', importance: 0, deviation: 0 });
    expect(Math.max(...importance.map((one) => one.importance))).toBeGreaterThan(0.01);
  });
});

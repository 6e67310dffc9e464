import { type FeatureImportance, permutationImportance } from '../../evaluation/permutation-importance.ts';
import { customerColumns, inputNamesOf } from '../../features/customer/customer-columns.ts';
import type { Random } from '../../random/seeded-random.ts';
import type { CustomerDataset } from './customer-dataset.ts';
import type { CustomerHealthModel } from './customer-health-model.ts';
import { customerTasks } from './customer-tasks.ts';
import { headLogits } from './forward-network.ts';
import { normalizeInputs } from './health-params.ts';
import { multiTaskLoss } from './multi-task-loss.ts';

const widths = customerColumns.map((column) => inputNamesOf(column).length);
const inputs = widths.reduce((sum, width) => sum + width, 0);

/** A category's inputs become its place among them, so that they are shuffled as one. */
const toColumns = (encoded: Float64Array): Float64Array => {
  const columns: number[] = [];
  for (let row = 0; row < encoded.length; row += inputs) {
    let at = row;
    for (const width of widths) {
      columns.push(width === 1 ? encoded[at]! : encoded.subarray(at, at + width).indexOf(1));
      at += width;
    }
  }
  return Float64Array.from(columns);
};

const toInputs = (columns: Float64Array): Float64Array => {
  const encoded: number[] = [];
  columns.forEach((value, cell) => {
    const width = widths[cell % widths.length]!;
    if (width === 1) encoded.push(value);
    else for (let place = 0; place < width; place += 1) encoded.push(Number(place === value));
  });
  return Float64Array.from(encoded);
};

/**
 * How much the churn risk of 30 days leans on each of the 46 columns: the rise of its loss when that column is
 * shuffled among customers, as a share of the loss of always saying their mean risk.
 *
 * @param data - customers who took no part in training, with the label
 * @param random - decides the shuffles
 * @returns in the order of `customerColumns`
 */
export const churnImportance = (
  { params, network }: CustomerHealthModel,
  data: CustomerDataset,
  random: Random,
): readonly FeatureImportance[] => {
  const task = customerTasks.findIndex(({ name }) => name === 'churn_risk_30d');
  const labels = data.labels[task]!;
  const lossOf = (logits: Float64Array) =>
    multiTaskLoss({ tasks: [{ activation: 'sigmoid', kind: 'divergence' }], logits, labels }).losses[0]!;
  const known = labels.filter((label) => !Number.isNaN(label));
  const mean = known.reduce((sum, label) => sum + label, 0) / known.length;
  const base = lossOf(new Float64Array(labels.length).fill(Math.log(mean / (1 - mean))));
  const measure = (columns: Float64Array): number => {
    const x = normalizeInputs(toInputs(columns), params);
    const logits = labels.map(
      (_, row) => headLogits(network, x.subarray(row * inputs, (row + 1) * inputs))[task]!,
    );
    return -lossOf(logits) / base;
  };
  const featureNames = customerColumns.map(({ name }) => name);
  return permutationImportance({ featureNames, values: toColumns(data.inputs), measure }, 2, random);
};

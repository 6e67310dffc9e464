import { customerInputNames } from '../../ml/features/customer/customer-columns.ts';
import { makeCustomerDataset } from '../../ml/models/customer-health/customer-dataset.ts';
import {
  type CustomerHealthModel,
  makeCustomerHealthModel,
} from '../../ml/models/customer-health/customer-health-model.ts';
import { customerTasks } from '../../ml/models/customer-health/customer-tasks.ts';
import { fitHealthParams, normalizeInputs } from '../../ml/models/customer-health/health-params.ts';
import { fitLinearBaseline } from '../../ml/models/customer-health/linear-baselines.ts';
import type { MultiTaskNetwork } from '../../ml/models/customer-health/multi-task-network.ts';
import { networkArtifacts } from '../../ml/models/customer-health/network-artifacts.ts';
import { type CustomerRow, customerRow } from '../../ml/synthetic/customers/customer-row.ts';
import { generateCustomers, usualShares } from '../../ml/synthetic/customers/generate-customers.ts';

const cutoff = Date.UTC(2026, 0, 1);

/** Synthetic customers as the lines of a data file, with labels. */
export const customerRows = (count: number, seed = 1): CustomerRow[] =>
  [...generateCustomers({ count, seed, shares: usualShares, cutoff })].map((customer) =>
    customerRow(customer, cutoff),
  );

/** The 46 columns of a row by name, without its id, segment, labels and outcomes: what a server is asked about. */
export const askedOf = (row: CustomerRow): CustomerRow =>
  Object.fromEntries(
    Object.entries(row).filter(
      ([name]) => !/^(label|outcome|truth)_/.test(name) && name !== 'customer_id' && name !== 'segment',
    ),
  );

export interface TestHealthModel {
  readonly model: CustomerHealthModel;
  readonly network: MultiTaskNetwork;
  /** As a trained model's folder holds them: `model.json`, `weights.bin` and `normalization_params.json`. */
  readonly files: ReadonlyMap<'model.json' | 'weights.bin' | 'normalization_params.json', Uint8Array>;
}

/**
 * A model that was trained, in a tenth of a second and without tfjs: the linear model of each task on 300 synthetic
 * customers, z = relu(z) − relu(−z), written as a network of the usual form. Its risks are sensible, so that tests
 * may lean on them.
 */
export const trainedHealthModel = ({ count = 300, seed = 1 } = {}): TestHealthModel => {
  const builder = makeCustomerDataset();
  for (const row of customerRows(count, seed)) builder.add(row);
  const data = builder.result();
  const features = customerInputNames.length;
  const params = fitHealthParams(data.inputs);
  const x = normalizeInputs(data.inputs, params);
  const units = 2 * customerTasks.length;
  const kernel = new Float32Array(features * units);
  const bias = new Float32Array(units);
  const heads = customerTasks.map((task, index) => {
    const fitted = fitLinearBaseline({ task, x, labels: data.labels[index]! }, features);
    const head = new Float32Array(units);
    for (const [unit, sign] of [
      [2 * index, 1],
      [2 * index + 1, -1],
    ] as const) {
      fitted.coefficients.forEach((coefficient, input) => {
        kernel[input * units + unit] = sign * coefficient;
      });
      bias[unit] = sign * fitted.intercept;
      head[unit] = sign;
    }
    return { name: task.name, activation: task.activation, kernel: head, bias: new Float32Array(1) };
  });
  const network = { features, shared: [{ units, kernel, bias, norm: undefined, dropout: 0 }], heads };
  const { modelJson, weights } = networkArtifacts(network);
  return {
    model: makeCustomerHealthModel(params, network),
    network,
    files: new Map([
      ['model.json', Buffer.from(modelJson)],
      ['weights.bin', weights],
      ['normalization_params.json', Buffer.from(`${JSON.stringify(params)}\n`)],
    ]),
  };
};

/**
 * A model that loads, is whole and fails: ten layers of weights near the largest float, so that any customer but the
 * mean one runs over.
 */
export const overflowingHealthModel = (): TestHealthModel => {
  const { model, network, files } = trainedHealthModel();
  const layer = (inputs: number) => ({
    units: 1,
    kernel: new Float32Array(inputs).fill(3e38),
    bias: new Float32Array([3e38]),
    norm: undefined,
    dropout: 0,
  });
  const broken: MultiTaskNetwork = {
    features: network.features,
    shared: [layer(network.features), ...Array.from({ length: 9 }, () => layer(1))],
    heads: network.heads.map((head) => ({ ...head, kernel: new Float32Array([1]) })),
  };
  const { modelJson, weights } = networkArtifacts(broken);
  return {
    model: makeCustomerHealthModel(model.params, broken),
    network: broken,
    files: new Map([...files, ['model.json', Buffer.from(modelJson)], ['weights.bin', weights]]),
  };
};

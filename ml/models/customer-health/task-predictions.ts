import { customerTasks } from './customer-tasks.ts';
import { headOutputs, prepareNetwork } from './forward-network.ts';
import { type HealthParams, normalizeInputs } from './health-params.ts';
import type { MultiTaskNetwork } from './multi-task-network.ts';

/** What is predicted for each of `customerTasks`, in the units of its label, shape [n]; NaN where nothing is. */
export type TaskPredictions = readonly Float64Array[];

/**
 * Predictions of a network that has all heads or some of them.
 *
 * @param inputs - encoded, row by row, shape [n × 59]; NaN is unknown
 */
export const taskPredictions = (
  { params, network }: { readonly params: HealthParams; readonly network: MultiTaskNetwork },
  inputs: Float64Array,
): TaskPredictions => {
  const x = normalizeInputs(inputs, params);
  const prepared = prepareNetwork(network);
  const { features } = network;
  const count = x.length / features;
  const predictions = customerTasks.map(() => new Float64Array(count).fill(Number.NaN));
  for (let row = 0; row < count; row += 1) {
    const outputs = headOutputs(prepared, x.subarray(row * features, (row + 1) * features));
    network.heads.forEach(({ name }, head) => {
      const task = customerTasks.findIndex((one) => one.name === name);
      if (predictions[task]) predictions[task][row] = customerTasks[task]!.scale * outputs[head]!;
    });
  }
  return predictions;
};

import { InsufficientDataError } from '../../insufficient-data-error.ts';
import { correctAmounts } from './correct-amounts.ts';
import type { CustomerDataset } from './customer-dataset.ts';
import { customerTasks } from './customer-tasks.ts';
import { fitHealthParams, type HealthParams, normalizeInputs } from './health-params.ts';
import type { MultiTaskNetwork } from './multi-task-network.ts';
import { type EpochRecord, trainNetwork } from './train-network.ts';
import type { TrainingOptions } from './training-options.ts';
import type { TrainingRows, TrainingTask } from './training-task.ts';
import { validationMetrics } from './validation-metrics.ts';

export interface CustomerHealthTraining {
  readonly train: CustomerDataset;
  /** Decides when to stop, and what amounts are corrected by. */
  readonly validation: CustomerDataset;
  readonly options: TrainingOptions;
  /** Names of the tasks to train; all when left out. */
  readonly only?: readonly string[] | undefined;
  readonly onEpoch?: ((record: EpochRecord) => void) | undefined;
}

export interface TrainedCustomerHealth {
  readonly params: HealthParams;
  /** Of the epoch with the least validation loss. */
  readonly best: MultiTaskNetwork;
  /** Of the last epoch. */
  readonly final: MultiTaskNetwork;
  readonly bestEpoch: number;
  readonly history: readonly EpochRecord[];
}

const trainingTasks: readonly TrainingTask[] = customerTasks.map(({ name, activation, loss }) => ({
  name,
  activation,
  kind: loss,
}));

/** Normalised inputs, and the labels of some tasks in the units of their heads, side by side. */
const rowsOf = (data: CustomerDataset, params: HealthParams, tasks: readonly number[]): TrainingRows => ({
  x: normalizeInputs(data.inputs, params),
  labels: Float64Array.from({ length: data.count * tasks.length }, (_, cell) => {
    const task = tasks[cell % tasks.length]!;
    return data.labels[task]![Math.floor(cell / tasks.length)]! / customerTasks[task]!.scale;
  }),
});

/**
 * Trains a customer-health network: medians, means and deviations of the training customers, the network, and the
 * correction of its amounts on the validation customers. The same data and options give the same model.
 *
 * @throws {InsufficientDataError} when a part has fewer than two customers, or none with a task's label
 */
export const trainCustomerHealth = async (
  request: CustomerHealthTraining,
): Promise<TrainedCustomerHealth> => {
  const { train, validation, options, only, onEpoch } = request;
  const tasks = [...customerTasks.keys()].filter((task) => only?.includes(customerTasks[task]!.name) ?? true);
  for (const [part, data] of [
    ['training', train],
    ['validation', validation],
  ] as const) {
    const missing = tasks.find((task) => data.labels[task]!.every(Number.isNaN));
    if (data.count >= 2 && missing === undefined) continue;
    throw new InsufficientDataError(
      data.count < 2
        ? `Training needs at least two ${part} customers; ${data.count} arrived.`
        : `No ${part} customer has ${customerTasks[missing!]!.label}: give some that do.`,
    );
  }
  const params = fitHealthParams(train.inputs);
  const rows = {
    train: rowsOf(train, params, tasks),
    validation: rowsOf(validation, params, tasks),
  };
  const chosen = tasks.map((task) => trainingTasks[task]!);
  const trained = trainNetwork({
    ...rows,
    tasks: chosen,
    options,
    measure: (logits) => validationMetrics({ tasks: chosen, logits, labels: rows.validation.labels }),
    onEpoch,
  });
  return {
    ...trained,
    params,
    best: correctAmounts(trained.best, rows.validation),
    final: correctAmounts(trained.final, rows.validation),
  };
};

import type { GraphNode, ScalarStep } from '../../tensorboard/event-file.ts';
import { customerTasks } from './customer-tasks.ts';
import type { MultiTaskNetwork } from './multi-task-network.ts';
import { inputName, networkLayers } from './network-layers.ts';
import type { EpochRecord } from './train-network.ts';

/** Of `training_history.json`. */
export const trainingHistorySchemaVersion = 1;

/** What training came to, epoch by epoch; `null` where a figure has no value. */
export interface TrainingHistory {
  readonly schemaVersion: typeof trainingHistorySchemaVersion;
  /** Whose weights are those of `best_model`. */
  readonly bestEpoch: number;
  /** By name, as Keras names them; shape [epochs] each. */
  readonly history: Readonly<Record<string, readonly (number | null)[]>>;
}

/** The figures of one epoch by name; those of the validation customers begin with `val_`. */
const figuresOf = (record: EpochRecord): Record<string, number> => {
  const perTask = (prefix: string, values: readonly number[], suffix: string) =>
    Object.fromEntries(
      values.map((value, task) => [`${prefix}${customerTasks[task]?.name}_${suffix}`, value]),
    );
  return {
    loss: record.loss,
    ...perTask('', record.taskLosses, 'loss'),
    val_loss: record.valLoss,
    ...perTask('val_', record.valTaskLosses, 'loss'),
    ...Object.fromEntries(Object.entries(record.valMetrics).map(([name, value]) => [`val_${name}`, value])),
    learning_rate: record.learningRate,
    ...perTask('', record.taskWeights, 'weight'),
  };
};

/**
 * The content of `training_history.json`.
 *
 * @param records - of a training of all tasks, from epoch 1
 */
export const trainingHistory = (records: readonly EpochRecord[], bestEpoch: number): TrainingHistory => {
  const epochs = records.map(figuresOf);
  const names = [...new Set(epochs.flatMap((figures) => Object.keys(figures)))];
  const finite = (value: number | undefined) => (Number.isFinite(value) ? (value ?? null) : null);
  return {
    schemaVersion: trainingHistorySchemaVersion,
    bestEpoch,
    history: Object.fromEntries(names.map((name) => [name, epochs.map((figures) => finite(figures[name]))])),
  };
};

/**
 * The same figures as TensorBoard groups them: `train` and `validation` are two runs, whose curves of one tag it lays
 * over one another.
 *
 * @param wallTimes - when each epoch ended, seconds since 1970 UTC, shape [epochs]
 */
export const tensorboardRuns = (
  { history }: TrainingHistory,
  wallTimes: readonly number[],
): Readonly<Record<'train' | 'validation', readonly ScalarStep[]>> => {
  const run = (isValidation: boolean): ScalarStep[] =>
    wallTimes.map((wallTime, epoch) => ({
      step: epoch + 1,
      wallTime,
      scalars: Object.fromEntries(
        Object.entries(history)
          .filter(([name]) => name.startsWith('val_') === isValidation)
          .map(([name, values]) => [`epoch_${name.replace(/^val_/, '')}`, values[epoch] ?? Number.NaN]),
      ),
    }));
  return { train: run(false), validation: run(true) };
};

/** The network as TensorBoard draws it. */
export const networkGraph = (network: MultiTaskNetwork): GraphNode[] => [
  { name: inputName, op: 'InputLayer', input: [] },
  ...networkLayers(network).map(({ name, className, inbound }) => ({
    name,
    op: className,
    input: [inbound],
  })),
];

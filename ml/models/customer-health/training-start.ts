import { multiTaskLoss, unsaveableLoss } from './multi-task-loss.ts';
import type { TrainableNetwork } from './trainable-network.ts';
import type { TrainingTask } from './training-task.ts';

const logit = (p: number): number => Math.log(p / (1 - p));

/** What each head would always say, if nothing else were known: the mean label, before the activation. */
export const headBiases = (tasks: readonly TrainingTask[], labels: Float64Array): number[] =>
  tasks.map(({ activation }, task) => {
    let sum = 0;
    let count = 0;
    for (let cell = task; cell < labels.length; cell += tasks.length) {
      const label = labels[cell] as number;
      if (Number.isNaN(label)) continue;
      sum += label;
      count += 1;
    }
    const mean = count === 0 ? 0.5 : sum / count;
    return activation === 'linear' ? mean : logit(Math.min(0.999, Math.max(0.001, mean)));
  });

/** An input that never varies teaches nothing, so that it gets no weight either: it may vary later. */
export const silenceConstantInputs = ({ shape, parameters }: TrainableNetwork, x: Float64Array): void => {
  const { features, hiddenUnits } = shape;
  const units = hiddenUnits[0] ?? 0;
  const varies = new Uint8Array(features);
  x.forEach((value, cell) => {
    if (value !== x[cell % features]) varies[cell % features] = 1;
  });
  varies.forEach((does, input) => {
    if (does === 0) parameters[0]?.fill(0, input * units, (input + 1) * units);
  });
};

/** Losses of rows that the network says the same of. */
export const constantLosses = (
  tasks: readonly TrainingTask[],
  labels: Float64Array,
  biases: readonly number[],
) =>
  multiTaskLoss({
    tasks,
    labels,
    logits: Float64Array.from(labels, (_, cell) => biases[cell % tasks.length] as number),
  }).losses;

/** What no prediction could save of each task's log loss, on average; shape [tasks]. */
export const unsaveableLosses = (tasks: readonly TrainingTask[], labels: Float64Array): Float64Array =>
  Float64Array.from(tasks, (own, task) => {
    const known = labels.filter((label, cell) => cell % tasks.length === task && !Number.isNaN(label));
    return known.reduce((sum, label) => sum + unsaveableLoss(own, label), 0) / Math.max(1, known.length);
  });

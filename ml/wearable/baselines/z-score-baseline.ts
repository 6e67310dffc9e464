import { InsufficientDataError } from '../../insufficient-data-error.ts';
import { fitStandardisation, type Standardisation } from '../../preprocessing/standardisation.ts';
import type { Windows } from '../windows.ts';
import type { Baseline } from './baseline.ts';

/** A person whose signal never changed would make every other value infinitely unusual. */
const leastDeviation = 1e-3;

/** One feature of some windows, sample by sample. */
const column = (windows: Windows, width: number, feature: number, isWanted: (user: string) => boolean) => {
  const windowSize = windows.values.length / Math.max(1, windows.count);
  const values: number[] = [];
  for (let window = 0; window < windows.count; window += 1) {
    if (!isWanted(windows.users[window]!)) continue;
    for (let cell = feature; cell < windowSize; cell += width) {
      values.push(windows.values[window * windowSize + cell]!);
    }
  }
  return Float64Array.from(values);
};

/**
 * The z-score that most people would compute: how many of a person's own standard deviations each sample of one
 * feature lies from the person's own mean, on average over the window.
 *
 * @param history - normal windows from which each person's mean and deviation are learned; whoever is missing there
 *   is judged by everybody's
 * @param width - features of a window
 * @param feature - index of the one that is looked at; 0 is the heart rate
 * @throws {InsufficientDataError} when there is no history
 */
export const fitZScoreBaseline = (history: Windows, width: number, feature = 0): Baseline => {
  if (history.count === 0) throw new InsufficientDataError('A z-score needs a history of normal windows.');
  const momentsOf = (isWanted: (user: string) => boolean): Standardisation =>
    fitStandardisation(column(history, width, feature, isWanted), 1);
  const everybody = momentsOf(() => true);
  const own = new Map(
    [...new Set(history.users)].map((user) => [user, momentsOf((other) => other === user)]),
  );
  const scores = ({ count, values, users }: Windows): Float64Array => {
    const windowSize = values.length / Math.max(1, count);
    const steps = windowSize / width;
    return Float64Array.from({ length: count }, (_, window) => {
      const { means, deviations } = own.get(users[window]!) ?? everybody;
      let sum = 0;
      for (let step = 0; step < steps; step += 1) {
        sum += Math.abs(values[window * windowSize + step * width + feature]! - means[0]!);
      }
      return sum / steps / Math.max(deviations[0]!, leastDeviation);
    });
  };
  return { name: 'personalZScore', scores };
};

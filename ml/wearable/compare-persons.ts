import { type BootstrapOptions, bootstrapEstimate } from '../evaluation/bootstrap-estimate.ts';
import type { Estimate } from '../evaluation/model-metrics.ts';
import type { ScoredWindows } from './evaluate-kinds.ts';
import { personAucs } from './person-aucs.ts';

/** A mean over persons, and by how much a baseline's is less. */
export interface PersonComparison {
  readonly persons: number;
  readonly meanAuc: Estimate;
  readonly meanBaselineAuc: Estimate;
  /** Of the same persons; the interval is of the mean difference, persons resampled. */
  readonly difference: { readonly value: number; readonly low: number; readonly high: number };
}

/**
 * The mean of each person's own AUC, beside that of a baseline on the same windows.
 *
 * @throws {InsufficientDataError} when nobody has windows of both classes
 */
export const comparePersons = (
  { windows, scores }: Pick<ScoredWindows, 'windows' | 'scores'>,
  baselineScores: ArrayLike<number>,
  options: BootstrapOptions,
): PersonComparison => {
  const own = personAucs(windows, scores);
  const theirs = personAucs(windows, baselineScores);
  const persons = [...own.keys()];
  const rows = { persons, weights: new Float64Array(persons.length).fill(1) };
  const meanOf = (ofPerson: (person: string) => number) => {
    const values = persons.map(ofPerson);
    return bootstrapEstimate(
      rows,
      (weights) => {
        let sum = 0;
        let total = 0;
        values.forEach((value, person) => {
          sum += value * weights[person]!;
          total += weights[person]!;
        });
        return sum / total;
      },
      options,
    );
  };
  return {
    persons: persons.length,
    meanAuc: meanOf((person) => own.get(person)!),
    meanBaselineAuc: meanOf((person) => theirs.get(person)!),
    difference: meanOf((person) => own.get(person)! - theirs.get(person)!),
  };
};

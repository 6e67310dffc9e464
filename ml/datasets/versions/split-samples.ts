import { InvalidRowError } from '../invalid-row-error.ts';
import { keyedOrder } from '../keyed-order.ts';
import { SingleClassError } from '../single-class-error.ts';
import { splitPersons } from '../split-persons.ts';
import type { Sample } from './sample.ts';

export interface SampleSplit {
  /** Share of the persons whose rows are for testing, 0.05–0.5. */
  readonly testShare: number;
  readonly seed: number;
  readonly secret: string;
}

export interface SplitSamples {
  readonly train: readonly Sample[];
  readonly test: readonly Sample[];
}

/**
 * Parts samples by person, so that nobody is on both sides. Where there are two classes both sides get them in
 * nearly the share of the whole, by the person's rarer class.
 *
 * @param samples - in order, which both sides keep
 * @param classOf - the class of a row, or undefined where the target is none of two
 * @throws {InvalidRowError} when there are fewer than two persons
 */
export const splitSamples = (
  samples: readonly Sample[],
  split: SampleSplit,
  classOf: (sample: Sample) => 0 | 1 | undefined,
): SplitSamples => {
  const highest = new Map<string, 0 | 1>();
  let hasClasses = true;
  for (const sample of samples) {
    const label = classOf(sample);
    hasClasses &&= label !== undefined;
    if (label === 1 || !highest.has(sample.sampleId)) highest.set(sample.sampleId, label ?? 0);
  }
  const test = (hasClasses ? stratified(highest, split) : undefined) ?? plain([...highest.keys()], split);
  return {
    train: samples.filter(({ sampleId }) => !test.has(sampleId)),
    test: samples.filter(({ sampleId }) => test.has(sampleId)),
  };
};

const stratified = (
  highest: ReadonlyMap<string, 0 | 1>,
  split: SampleSplit,
): ReadonlySet<string> | undefined => {
  try {
    return splitPersons(highest, { ...split, validationSplit: split.testShare });
  } catch (error) {
    // Too few of a class to stand on both sides: it is a dataset all the same, if not one to train on.
    if (error instanceof SingleClassError) return undefined;
    throw error;
  }
};

const plain = (persons: readonly string[], split: SampleSplit): ReadonlySet<string> => {
  if (persons.length < 2) {
    throw new InvalidRowError(
      `A dataset needs rows of at least two persons, one for each side; there are ${persons.length}.`,
      { persons: persons.length },
    );
  }
  const wanted = Math.min(Math.max(Math.round(persons.length * split.testShare), 1), persons.length - 1);
  return new Set(keyedOrder(persons, { ...split, purpose: 'split' }).slice(0, wanted));
};

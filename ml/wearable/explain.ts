/** How a signal differs from what was expected. */
export type Deviation = 'higher' | 'lower' | 'flat' | 'unsteady';

/** What one signal has to do with an anomaly. */
export interface Signal {
  readonly feature: string;
  /** Of the error, 0 … 1. */
  readonly share: number;
  readonly deviation: Deviation;
  /** Mean over the window, in the feature's unit. */
  readonly observed: number;
  /** Mean over the window of what was expected, in the feature's unit. */
  readonly expected: number;
}

export interface Explanation {
  /** Those that carry a tenth of the error or more, the greatest share first; at least one. */
  readonly signals: readonly Signal[];
  /** For a person, in plain words; no diagnosis. */
  readonly sentence: string;
}

/** One window and what it is compared with, both in the features' own units, row by row. */
export interface ExplainedWindow {
  readonly featureNames: readonly string[];
  /** Shape [steps, features]. */
  readonly observed: ArrayLike<number>;
  /** Shape [steps, features]. */
  readonly expected: ArrayLike<number>;
  /** Shares of the error, shape [features], from `featureContributions`. */
  readonly contributions: ArrayLike<number>;
}

const leastShare = 0.1;

/** Mean, and mean squared change from one step to the next, of a column. */
const describeColumn = (values: ArrayLike<number>, feature: number, width: number) => {
  const steps = values.length / width;
  let sum = 0;
  let changes = 0;
  for (let step = 0; step < steps; step += 1) {
    const value = values[step * width + feature]!;
    sum += value;
    if (step > 0) changes += (value - values[(step - 1) * width + feature]!) ** 2;
  }
  return { mean: sum / steps, roughness: changes / Math.max(1, steps - 1) };
};

const signalOf = (window: ExplainedWindow, feature: number): Signal => {
  const width = window.featureNames.length;
  const observed = describeColumn(window.observed, feature, width);
  const expected = describeColumn(window.expected, feature, width);
  const distance = observed.mean - expected.mean;
  const roughness = Math.sqrt(observed.roughness);
  let deviation: Deviation = distance > 0 ? 'higher' : 'lower';
  if (observed.roughness === 0 && observed.mean !== 0) deviation = 'flat';
  else if (roughness > Math.abs(distance)) deviation = 'unsteady';
  return {
    feature: window.featureNames[feature]!,
    share: window.contributions[feature]!,
    deviation,
    observed: observed.mean,
    expected: expected.mean,
  };
};

const words: Readonly<Record<string, string>> = {
  heartRate: 'Your heart rate',
  steps: 'Your step count',
  calories: 'The energy you spent',
  distance: 'The distance you covered',
};

const say = ({ feature, deviation, observed, expected }: Signal): string => {
  const subject = words[feature] ?? `The signal ${feature}`;
  const figures =
    feature === 'heartRate'
      ? ` (about ${Math.round(observed)} instead of ${Math.round(expected)} a minute)`
      : '';
  switch (deviation) {
    case 'higher':
      return `${subject} was higher than it usually is in such a situation${figures}`;
    case 'lower':
      return `${subject} was lower than it usually is in such a situation${figures}`;
    case 'flat':
      return `${subject} did not change at all, so the sensor may not be working`;
    case 'unsteady':
      return `${subject} jumped more than it usually does`;
  }
};

/**
 * Which signals make a window anomalous, and a sentence that a person understands.
 *
 * @throws {RangeError} when the window has no feature
 * @example
 * explainWindow({ featureNames: ['heartRate'], observed: [118, 119, 120], expected: [70, 71, 72], contributions: [1] }).sentence // => 'Your heart rate was higher than it usually is in such a situation (about 119 instead of 71 a minute).'
 */
export const explainWindow = (window: ExplainedWindow): Explanation => {
  const order = window.featureNames
    .map((_, feature) => feature)
    .sort((a, b) => window.contributions[b]! - window.contributions[a]! || a - b);
  const [first, ...rest] = order;
  if (first === undefined) throw new RangeError('A window without features cannot be explained.');
  const signals = [first, ...rest.filter((feature) => window.contributions[feature]! >= leastShare)].map(
    (feature) => signalOf(window, feature),
  );
  return { signals, sentence: `${say(signals[0]!)}.` };
};

import type { HealthSample } from './health-sample.ts';

const counterNames = ['steps', 'calories', 'distance'] as const;
export type CounterName = (typeof counterNames)[number];

/**
 * More than any person does in a second: steps of a sprinter (Weyand et al. 2000), kcal at twice a champion's
 * power, metres at the world record. A reading beyond it in one interval is a total.
 */
const mostPerSecond: Readonly<Record<CounterName, number>> = { steps: 6, calories: 1, distance: 13 };

/** Rises without a fall between that no run of single amounts shows by chance (1 in 2^10). */
const convincingRises = 10;
/** A counter that starts anew falls below this share of what it showed. */
const resetShare = 0.5;

/**
 * Whether one column of a user's samples counts up through the day instead of telling each interval's amount.
 *
 * It does when it practically never falls, but for resets, and either rises often or shows more than a person can
 * do in one interval.
 *
 * @param samples - of one device, ascending in time
 * @param name - of the column
 * @example
 * isCumulative([{ timestampMs: 0, steps: 5200 }, { timestampMs: 5000, steps: 5200 }], 'steps') // => true
 * isCumulative([{ timestampMs: 0, steps: 7 }, { timestampMs: 5000, steps: 9 }], 'steps') // => false
 */
export const isCumulative = (samples: readonly HealthSample[], name: CounterName): boolean => {
  let rises = 0;
  let falls = 0;
  let impossible = 0;
  let readings = 0;
  let previous: number | undefined;
  let previousAt = 0;
  for (const { timestampMs, [name]: value } of samples) {
    if (value === undefined) continue;
    if (previous !== undefined) {
      readings += 1;
      if (value > previous) rises += 1;
      if (value < previous) {
        falls += 1;
        if (value > previous * resetShare) return false;
      }
      if (value > (mostPerSecond[name] * (timestampMs - previousAt)) / 1000) impossible += 1;
    }
    previous = value;
    previousAt = timestampMs;
  }
  const isSteady = falls * convincingRises <= Math.max(rises, readings);
  return (
    isSteady && ((rises >= convincingRises && falls * convincingRises <= rises) || impossible * 2 > readings)
  );
};

/** Each sample's amount since the one before; undefined where that is not known. */
const differences = (samples: readonly HealthSample[], name: CounterName, maxGapMs: number) => {
  let previous: number | undefined;
  let previousAt = Number.NEGATIVE_INFINITY;
  return samples.map(({ timestampMs, [name]: value }) => {
    if (value === undefined) return undefined;
    const isKnown = previous !== undefined && timestampMs - previousAt <= maxGapMs;
    // A counter that starts anew has counted from 0 since.
    const amount = previous === undefined || value < previous ? value : value - previous;
    previous = value;
    previousAt = timestampMs;
    return isKnown ? amount : undefined;
  });
};

/** The columns of a user's samples that count up through the day; see `isCumulative`. */
export const cumulativeColumns = (samples: readonly HealthSample[]): readonly CounterName[] =>
  counterNames.filter((name) => isCumulative(samples, name));

/**
 * Samples with amounts per interval in columns that count up through the day, resets at midnight or after a restart
 * included. The first amount of such a column, and the first after a silence, is unknown and left out.
 *
 * @param samples - of one user and device, ascending in time; not mutated
 * @param names - of the columns
 * @param maxGapSeconds - after a longer silence a difference belongs to no single interval
 * @returns as many samples; the same ones where there is no such column
 */
export const differenceColumns = <Sample extends HealthSample>(
  samples: readonly Sample[],
  names: readonly CounterName[],
  maxGapSeconds: number,
): readonly Sample[] =>
  names.reduce<readonly Sample[]>((changed, name) => {
    const amounts = differences(samples, name, maxGapSeconds * 1000);
    return changed.map((sample, index) => ({ ...sample, [name]: amounts[index] }));
  }, samples);

/**
 * Samples with amounts per interval: a column that counts up through the day (steps, calories, distance) is
 * detected and differenced; see `differenceColumns`.
 *
 * @param samples - of one user and device, ascending in time; not mutated
 * @param maxGapSeconds - after a longer silence a difference belongs to no single interval
 * @returns as many samples; the same ones where nothing counts up
 */
export const differenceCounters = <Sample extends HealthSample>(
  samples: readonly Sample[],
  maxGapSeconds: number,
): readonly Sample[] => differenceColumns(samples, cumulativeColumns(samples), maxGapSeconds);

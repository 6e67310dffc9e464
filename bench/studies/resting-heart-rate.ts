/** A person's minutes: mean heart rate and steps, for the minutes in which both were measured. */
export interface Minutes {
  /** Minutes since 1970, ascending, shape [n]. */
  readonly minutes: readonly number[];
  /** Beats/min, shape [n]. */
  readonly rates: readonly number[];
  /** Shape [n]. */
  readonly steps: readonly number[];
}

/** Hours with a resting heart rate, ascending. */
export interface RestingHours {
  /** Hours since 1970, shape [n]. */
  readonly hours: readonly number[];
  /** Beats/min, shape [n]. */
  readonly rates: readonly number[];
}

const stillMinutes = 12;
const smoothedMinutes = 400;

/** Sums over so many values up to and with each; the first ones, which have fewer, are left out. */
const rollingSums = (values: readonly number[], width: number): number[] => {
  const sums: number[] = [];
  let sum = 0;
  values.forEach((value, index) => {
    sum += value - (index >= width ? values[index - width]! : 0);
    if (index >= width - 1) sums.push(sum);
  });
  return sums;
};

/**
 * Hourly resting heart rate as the AnomalyDetect and LAAD studies compute it (Bogu & Snyder 2021): minutes at the
 * end of twelve recorded ones without a step, a rolling mean of 400 of them, then the mean of each hour. The rolling
 * windows count recorded minutes, not minutes of the clock, as there.
 */
export const restingHeartRate = ({ minutes, rates, steps }: Minutes): RestingHours => {
  const sums = rollingSums(steps, stillMinutes);
  const still = sums.flatMap((sum, index) => (sum === 0 ? [index + stillMinutes - 1] : []));
  const smoothed = rollingSums(
    still.map((index) => rates[index]!),
    smoothedMinutes,
  );
  const byHour = new Map<number, { sum: number; count: number }>();
  smoothed.forEach((sum, index) => {
    const hour = Math.floor(minutes[still[index + smoothedMinutes - 1]!]! / 60);
    const cell = byHour.get(hour) ?? { sum: 0, count: 0 };
    byHour.set(hour, { sum: cell.sum + sum / smoothedMinutes, count: cell.count + 1 });
  });
  return {
    hours: [...byHour.keys()],
    rates: [...byHour.values()].map(({ sum, count }) => sum / count),
  };
};

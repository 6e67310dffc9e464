/**
 * How a series' entries of one local date become its value: `mean` of all, or `total` of each source and of those the
 * greatest, since a phone and a watch count the same steps.
 */
export type DailyRule = 'mean' | 'total';

/** What is followed of a person's health, in the order of the columns, with its unit and how a date's value is made. */
export const healthSeries = {
  heart_rate: { unit: 'beats/min', daily: 'mean' },
  steps: { unit: 'steps/day', daily: 'total' },
  calories: { unit: 'kcal/day', daily: 'total' },
  distance: { unit: 'm/day', daily: 'total' },
  sleep: { unit: 'min/night', daily: 'total' },
  mood: { unit: '1 to 10', daily: 'mean' },
  weight: { unit: 'kg', daily: 'mean' },
  systolic: { unit: 'mmHg', daily: 'mean' },
  diastolic: { unit: 'mmHg', daily: 'mean' },
} as const satisfies Readonly<Record<string, { readonly unit: string; readonly daily: DailyRule }>>;

export type HealthSeriesName = keyof typeof healthSeries;

export const healthSeriesNames: readonly HealthSeriesName[] = [
  'heart_rate',
  'steps',
  'calories',
  'distance',
  'sleep',
  'mood',
  'weight',
  'systolic',
  'diastolic',
];

/** Something that was measured. */
export interface HealthEntry {
  /** When it was known, milliseconds since 1970 UTC: the measurement, or the last millisecond of an interval. */
  readonly at: number;
  /** An instant of the local date that it counts for, such as the middle of a day's total; `at` when left out. */
  readonly countsAt?: number | undefined;
  /** In the unit of its series, finite; an amount is that of its interval alone. */
  readonly value: number;
  /** Device or app; entries without one are of one source. */
  readonly source?: string | undefined;
}

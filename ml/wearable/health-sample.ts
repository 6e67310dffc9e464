/**
 * What a watch measured over one sampling interval. A value that is absent was not measured.
 */
export interface HealthSample {
  /** Milliseconds since 1970-01-01T00:00Z, of the end of the interval. */
  readonly timestampMs: number;
  /** Beats/min, above 0. */
  readonly heartRate?: number | undefined;
  /** Steps within the interval, ≥ 0. */
  readonly steps?: number | undefined;
  /** Energy spent within the interval, kcal, ≥ 0. */
  readonly calories?: number | undefined;
  /** Metres walked within the interval, ≥ 0. */
  readonly distance?: number | undefined;
}

/** What is measured, in the order in which models see it. */
export const measuredFeatureNames = ['heartRate', 'steps', 'calories', 'distance'] as const;

/** More than a watch measures, or a counter that runs through a day shows: beats/min, steps, kcal, metres. */
export const mostMeasured = {
  heartRate: 250,
  steps: 200_000,
  calories: 30_000,
  distance: 1_000_000,
} as const satisfies Record<MeasuredFeatureName, number>;

/** No watch measured anything before 2000: a smaller number is one of seconds. */
export const earliestSampleMs = Date.UTC(2000, 0, 1);

export type MeasuredFeatureName = (typeof measuredFeatureNames)[number];

/** The seven features of the seed's model: four measured, then the time of day on a circle, then the weekend. */
export const wearableFeatureNames = [...measuredFeatureNames, 'hour_sin', 'hour_cos', 'is_weekend'] as const;

export type WearableFeatureName = (typeof wearableFeatureNames)[number];

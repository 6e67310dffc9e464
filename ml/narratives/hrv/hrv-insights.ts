import * as z from 'zod';

const Rmssd = z.number().min(1).max(300);

/** The figures of an HRV narrative, ms. */
export const HrvInsights = z.strictObject({
  total_readings: z.int().min(1),
  days: z.int().min(1),
  mean_rmssd_ms: Rmssd,
  median_rmssd_ms: Rmssd,
  sd_rmssd_ms: z.number().min(0).nullable(),
  min_rmssd_ms: Rmssd,
  max_rmssd_ms: Rmssd,
  /** Means of the first and the last third of the readings, in order of time; from nine readings on. */
  first_third_mean_rmssd_ms: Rmssd.nullable(),
  last_third_mean_rmssd_ms: Rmssd.nullable(),
  /** Slope of daily means; from seven days on. */
  trend_ms_per_day: z.number().nullable(),
});
export type HrvInsights = z.infer<typeof HrvInsights>;

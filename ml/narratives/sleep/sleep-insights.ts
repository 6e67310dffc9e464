import * as z from 'zod';

const Minutes = z.number().min(0);
const Percent = z.number().min(0).max(100);

/** The figures of a sleep narrative; means over main sleeps. */
export const SleepInsights = z.strictObject({
  /** Sessions on record. */
  total_readings: z.int().min(1),
  nights: z.int().min(0),
  naps: z.int().min(0),
  overlapping_sessions: z.int().min(0),
  mean_in_bed_minutes: Minutes.nullable(),
  mean_asleep_minutes: Minutes.nullable(),
  efficiency_percent: Percent.nullable(),
  mean_awake_minutes: Minutes.nullable(),
  deep_percent: Percent.nullable(),
  rem_percent: Percent.nullable(),
  light_percent: Percent.nullable(),
  /** Spread of bedtimes and of waking times over three or more nights. */
  bedtime_sd_minutes: Minutes.nullable(),
  waking_sd_minutes: Minutes.nullable(),
  weekday_nights: z.int().min(0),
  weekend_nights: z.int().min(0),
  weekday_mean_minutes: Minutes.nullable(),
  weekend_mean_minutes: Minutes.nullable(),
  is_local_time_known: z.boolean(),
});
export type SleepInsights = z.infer<typeof SleepInsights>;

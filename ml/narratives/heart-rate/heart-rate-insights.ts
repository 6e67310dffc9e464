import * as z from 'zod';

const Rate = z.number().min(25).max(240);

/** The figures of a heart-rate narrative; beats/min and minutes with data. */
export const HeartRateInsights = z.strictObject({
  total_samples: z.int().min(1),
  sources: z.int().min(1),
  days: z.int().min(1),
  covered_minutes: z.int().min(1),
  mean_bpm: Rate,
  min_bpm: Rate,
  max_bpm: Rate,
  resting_bpm: Rate.nullable(),
  exercise_bouts: z.int().min(0).nullable(),
  exercise_minutes: z.number().min(0).nullable(),
  exercise_mean_bpm: Rate.nullable(),
  exercise_peak_bpm: Rate.nullable(),
  recovery_2_min_bpm: z.number().nullable(),
  /** 100 beats/min or more, outside of exercise bouts. */
  tachycardia_outside_exercise_minutes: z.int().min(0),
  /** Under 50 beats/min between 00:00 and 06:00. */
  bradycardia_night_minutes: z.int().min(0),
  /** Under 50 beats/min at other times. */
  bradycardia_day_minutes: z.int().min(0),
  is_local_time_known: z.boolean(),
});
export type HeartRateInsights = z.infer<typeof HeartRateInsights>;

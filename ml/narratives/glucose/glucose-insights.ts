import * as z from 'zod';

const Percent = z.number().min(0).max(100);
const Level = z.number().min(20).max(600);

/** The figures of a glucose narrative; mg/dL, and shares in % of readings. */
export const GlucoseInsights = z.strictObject({
  /** Against the consensus on time in range (Battelino et al. 2019), where a sensor was worn for 14 days. */
  control_status: z.enum(['meets_targets', 'outside_targets', 'not_assessed']),
  hypoglycemic_events: z.int().min(0),
  hyperglycemic_events: z.int().min(0),
  total_readings: z.int().min(1),
  days: z.int().min(1),
  span_hours: z.number().min(0),
  is_continuous: z.boolean(),
  sensor_coverage_percent: Percent.nullable(),
  mean_mg_dl: Level,
  sd_mg_dl: z.number().min(0).nullable(),
  cv_percent: z.number().min(0).nullable(),
  gmi_percent: z.number().nullable(),
  min_mg_dl: Level,
  max_mg_dl: Level,
  below_54_percent: Percent,
  below_70_percent: Percent,
  in_range_70_180_percent: Percent,
  above_180_percent: Percent,
  above_250_percent: Percent,
  fasting_readings: z.int().min(0),
  fasting_mean_mg_dl: Level.nullable(),
  before_meal_mean_mg_dl: Level.nullable(),
  after_meal_mean_mg_dl: Level.nullable(),
  overnight_readings: z.int().min(0),
  overnight_mean_mg_dl: Level.nullable(),
  is_local_time_known: z.boolean(),
});
export type GlucoseInsights = z.infer<typeof GlucoseInsights>;

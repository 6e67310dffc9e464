import * as z from 'zod';

const Amount = z.number().min(0);

const common = {
  total_readings: z.int().min(1),
  sources: z.int().min(1),
  days: z.int().min(1),
  unfinished_days: z.int().min(0),
};

/** The figures of a step narrative; local dates. */
export const StepsInsights = z.strictObject({
  ...common,
  total_steps: Amount,
  /** Counted by a second source over the same time, and not added. */
  not_added_steps: Amount,
  mean_daily_steps: Amount,
  least_daily_steps: Amount,
  most_daily_steps: Amount,
});
export type StepsInsights = z.infer<typeof StepsInsights>;

/** The figures of an active-calories narrative; kcal, local dates. */
export const ActiveCaloriesInsights = z.strictObject({
  ...common,
  total_active_kcal: Amount,
  not_added_active_kcal: Amount,
  mean_daily_active_kcal: Amount,
  least_daily_active_kcal: Amount,
  most_daily_active_kcal: Amount,
});
export type ActiveCaloriesInsights = z.infer<typeof ActiveCaloriesInsights>;

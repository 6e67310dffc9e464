import * as z from 'zod';
import { hasLength, intervalFields, lengthIssue, toInterval } from './interval.ts';

/** Active energy over a stretch of time, 0 to 10,000 kcal. */
export const ActiveCaloriesRecord = z
  .object({ ...intervalFields, energyInKilocalories: z.number().min(0).max(10_000) })
  .refine(hasLength, lengthIssue)
  .transform((record) => ({ ...toInterval(record), amount: record.energyInKilocalories }));
export type ActiveCaloriesRecord = z.infer<typeof ActiveCaloriesRecord>;

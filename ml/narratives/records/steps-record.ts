import * as z from 'zod';
import { hasLength, intervalFields, lengthIssue, toInterval } from './interval.ts';

/** Steps over a stretch of time, 0 to 100,000. */
export const StepsRecord = z
  .object({ ...intervalFields, count: z.int().min(0).max(100_000) })
  .refine(hasLength, lengthIssue)
  .transform((record) => ({ ...toInterval(record), amount: record.count }));
export type StepsRecord = z.infer<typeof StepsRecord>;

import * as z from 'zod';
import { Instant } from './instant.ts';
import { intervalFields, lengthIssue, toInterval } from './interval.ts';

const msPerMinute = 60_000;
const shortestMs = 10 * msPerMinute;
const longestMs = 24 * 60 * msPerMinute;

export const SleepStage = z.object({
  startTimeEpochMillis: Instant,
  endTimeEpochMillis: Instant,
  stage: z
    .enum(['UNKNOWN', 'AWAKE', 'SLEEPING', 'OUT_OF_BED', 'LIGHT', 'DEEP', 'REM'])
    .catch('UNKNOWN')
    .transform((stage) => stage.toLowerCase() as Lowercase<typeof stage>),
});
export type SleepStage = z.infer<typeof SleepStage>;

/**
 * One sleep session, 10 minutes to 24 hours, with stages where the wearable tells them apart. Title and notes, which
 * are free text, are left behind.
 */
export const SleepSessionRecord = z
  .object({ ...intervalFields, stages: z.array(SleepStage).default([]) })
  .refine(({ startTimeEpochMillis: start, endTimeEpochMillis: end }) => {
    return end - start >= shortestMs && end - start <= longestMs;
  }, lengthIssue)
  .transform((record) => ({
    ...toInterval(record),
    stages: record.stages.map(({ startTimeEpochMillis, endTimeEpochMillis, stage }) => ({
      startMs: startTimeEpochMillis,
      endMs: endTimeEpochMillis,
      stage,
    })),
  }));
export type SleepSessionRecord = z.infer<typeof SleepSessionRecord>;

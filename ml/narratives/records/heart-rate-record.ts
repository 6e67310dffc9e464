import * as z from 'zod';
import { Instant } from './instant.ts';
import { intervalFields, toInterval } from './interval.ts';

/** Beats a minute, 25 (an athlete asleep) to 240 (an infant's or a child's limit). */
const HeartRateSample = z
  .object({ timeEpochMillis: Instant, beatsPerMinute: z.number().min(25).max(240) })
  .transform((sample) => ({ atMs: sample.timeEpochMillis, bpm: sample.beatsPerMinute }));

/**
 * Heart-rate samples over a stretch of time. A sample outside the clinical range costs only itself:
 * `rejectedSamples` counts them.
 */
export const HeartRateRecord = z
  .object({ ...intervalFields, samples: z.array(z.unknown()) })
  .transform((record) => {
    const parsed = record.samples.map((sample) => HeartRateSample.safeParse(sample));
    const samples = parsed.flatMap((outcome) => (outcome.success ? [outcome.data] : []));
    const { isUnfinished: _, ...interval } = toInterval(record);
    return { ...interval, samples, rejectedSamples: parsed.length - samples.length };
  })
  .refine((record) => record.samples.length > 0, { path: ['samples'], params: { reject: 'out-of-range' } });
export type HeartRateRecord = z.infer<typeof HeartRateRecord>;

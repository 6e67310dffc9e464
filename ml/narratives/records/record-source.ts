import * as z from 'zod';

const DeviceType = z.object({ type: z.string().max(100).nullish() });

/** The part of Health Connect's metadata that tells sources and repeats apart. */
export const RecordSource = z.object({
  id: z.string().min(1).max(200),
  dataOriginPackageName: z.string().max(300),
  lastModifiedTimeEpochMillis: z.number(),
  device: DeviceType.nullish(),
});
export type RecordSource = z.infer<typeof RecordSource>;

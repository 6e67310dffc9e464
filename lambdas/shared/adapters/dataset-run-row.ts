import * as z from 'zod';
import type { DatasetRun, OpenRun } from '../ports/dataset-runs.ts';

const schemaVersion = 1;

const facts = {
  requestHash: z.string(),
  startedAt: z.number(),
  timestamp: z.string(),
  supersededTimestamps: z.array(z.string()),
};

const DatasetRunRow = z.object({ jobId: z.string(), schemaVersion: z.literal(schemaVersion) }).and(
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('open'), ...facts }),
    z.object({
      state: z.literal('sealed'),
      ...facts,
      manifest: z.string().optional(),
      manifestKey: z.string().optional(),
      answer: z.string(),
    }),
    z.object({
      state: z.literal('complete'),
      ...facts,
      answer: z.string(),
      trainingJobName: z.string().optional(),
    }),
  ]),
);

/**
 * A run from its stored row.
 *
 * @throws {z.ZodError} when the row has another schema version or form
 */
export const parseDatasetRunRow = (item: unknown): DatasetRun => {
  const { jobId: runId, schemaVersion: _, ...run } = DatasetRunRow.parse(item);
  if (run.state === 'open') return { runId, ...run };
  if (run.state === 'sealed') {
    const { manifest, manifestKey, ...sealed } = run;
    if (manifest !== undefined) return { runId, ...sealed, manifest };
    return { runId, ...sealed, manifestKey: z.string().parse(manifestKey) };
  }
  const { trainingJobName, ...complete } = run;
  return { runId, ...complete, ...(trainingJobName === undefined ? {} : { trainingJobName }) };
};

/** The row of a run that begins. */
export const rowOfOpenRun = ({ runId, ...run }: OpenRun) => ({
  jobId: runId,
  kind: 'dataset',
  schemaVersion,
  ...run,
});

import { healthTableBuilder } from '../wearable/health-table-builder.ts';
import type { SamplesByUser } from '../wearable/labelled-sample.ts';
import { streamCsv } from './stream-csv.ts';

/**
 * Reads CSV files of a watch's samples, streaming.
 *
 * @param paths - files with the columns of `health_metrics.csv` (see `healthTableBuilder`)
 * @throws {TableError} naming file, line and column of what cannot be read
 */
export const readHealthSamples = async (paths: readonly string[]): Promise<SamplesByUser> => {
  const builder = healthTableBuilder();
  for (const path of paths) await streamCsv(path, builder);
  return builder.finish();
};

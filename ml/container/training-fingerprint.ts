import { createHash } from 'node:crypto';
import type { TabularRequest } from '../models/fit-tabular-model.ts';
import type { FeatureTable } from '../preprocessing/feature-table.ts';

/**
 * A digest of everything that decides a training, so that no checkpoint is taken up by another one.
 *
 * @param table - training rows
 * @param request - name, network and seed
 * @returns 64 hexadecimal digits
 */
export const trainingFingerprint = (table: FeatureTable, request: TabularRequest): string => {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([request, table.featureNames, table.ids]));
  hash.update(table.labels);
  hash.update(new Uint8Array(table.values.buffer, table.values.byteOffset, table.values.byteLength));
  return hash.digest('hex');
};

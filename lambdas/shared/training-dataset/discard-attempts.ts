import type { DatasetStore } from '../ports/dataset-store.ts';
import type { SampleLineage } from '../ports/sample-lineage.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import { dataFileKeys } from './dataset-keys.ts';

/**
 * Removes what attempts that did not win have left, as well as it goes: files without a manifest are no dataset,
 * so that leaving some behind costs space only.
 */
export const discardAttempts = async (
  deps: { store: DatasetStore; lineage: SampleLineage; telemetry: Telemetry },
  timestamps: readonly string[],
  userIds: readonly string[],
): Promise<void> => {
  for (const timestamp of timestamps) {
    try {
      await deps.store.remove(dataFileKeys(timestamp));
      await deps.lineage.forget(timestamp, userIds);
    } catch (error) {
      deps.telemetry.error('files of an abandoned attempt could not be removed', error);
    }
  }
};

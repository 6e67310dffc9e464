import type { HealthRecords } from '../../../ml/narratives/records/validate-records.ts';

/** Records of health exports, by person, kept for features. */
export interface HealthRecordStore {
  /** The same record again changes nothing, and an older state of it never replaces a newer one. */
  put(userId: string, records: HealthRecords): Promise<void>;
}

import type { HealthRecords } from '../../../ml/narratives/records/validate-records.ts';
import type { TimeRange } from './personal-sources.ts';

/** Imported health records, for reading. */
export interface HealthRecordHistory {
  /** A text that changes whenever a record of the range does; empty where there is none. */
  version(userId: string, range: TimeRange): Promise<string>;
  /** Records that begin within the range, of the types that features are made of. */
  read(userId: string, range: TimeRange): Promise<readonly HealthRecords[]>;
}

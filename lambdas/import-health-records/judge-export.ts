import {
  type AvroLimits,
  defaultAvroLimits,
  type InflateRaw,
} from '../../ml/narratives/avro/avro-outcome.ts';
import { readAvro } from '../../ml/narratives/avro/read-avro.ts';
import type { ClinicalNarrative } from '../../ml/narratives/clinical-narrative.ts';
import { composeNarrative } from '../../ml/narratives/compose-narrative.ts';
import type { RejectedRecord, ValidatedRecords } from '../../ml/narratives/records/validate-records.ts';
import type { FetchedExport } from '../shared/ports/health-exports.ts';
import { ownerOfExport } from './owner-of-export.ts';
import type { ExportRefusal } from './schema.ts';

/** A day of a watch has some 20,000 samples; these keep the largest file within the function's memory. */
export const importLimits: AvroLimits = {
  ...defaultAvroLimits,
  maxFileBytes: 16 * 1024 * 1024,
  maxUnpackedBytes: 64 * 1024 * 1024,
  maxItems: 300_000,
};

export type JudgedExport =
  | {
      readonly ok: true;
      readonly userId: string;
      readonly validated: ValidatedRecords;
      readonly narrative: ClinicalNarrative;
      /** What was left out and is missed; a record that came twice is not. */
      readonly rejected: readonly RejectedRecord[];
    }
  | {
      readonly ok: false;
      readonly reason: ExportRefusal;
      readonly detail: string;
      readonly rejected?: readonly RejectedRecord[];
    };

/** Whose export a file is and what it tells, or why it cannot be used. */
export const judgeExport = (
  key: string,
  file: Exclude<FetchedExport, { readonly state: 'gone' }>,
  inflateRaw: InflateRaw,
): JudgedExport => {
  const owner = ownerOfExport(key, file.metadata);
  if (!owner.ok) return owner;
  if (file.state === 'too-large') {
    const detail = `the file has more than ${importLimits.maxFileBytes} bytes`;
    return { ok: false, reason: 'too-large', detail };
  }
  const validated = readAvro(file.bytes, { inflateRaw, limits: importLimits });
  if (!validated.ok) return validated;
  if (validated.recordType !== owner.recordType) {
    const detail = `the schema is of ${validated.recordType}, the folder of ${owner.recordType}`;
    return { ok: false, reason: 'record-type-mismatch', detail };
  }
  const rejected = validated.rejected.filter(({ reason }) => reason !== 'repeated');
  const narrative = composeNarrative(validated);
  if (narrative === null) {
    const detail = 'not one record is sound and within its range';
    return { ok: false, reason: 'no-usable-records', detail, rejected };
  }
  return { ok: true, userId: owner.userId, validated, narrative, rejected };
};

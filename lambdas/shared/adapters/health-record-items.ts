import type { HealthRecords } from '../../../ml/narratives/records/validate-records.ts';

export const healthRecordSchemaVersion = 1;

/** Samples or stages in one item: well below the 400 KB that an item may have. */
const entriesPerItem = 4000;
const smallestStored = 1e-6;

export interface HealthRecordItem extends Readonly<Record<string, unknown>> {
  readonly PK: string;
  readonly SK: string;
  readonly modifiedAtMs: number;
}

type HealthRecord = HealthRecords['records'][number];

/**
 * Records as rows of a table, by person, type and time, so that a person's records of a stretch of time are one
 * query and a person is erased by erasing one partition. The key is the record's own: coming again it is the same
 * row. Long samples and stages are dealt out over rows `#0000`, `#0001`, …, of which each says how many there are.
 *
 * @example
 * healthRecordItems('u1', { recordType: 'HeartRateVariabilityRmssdRecord', records: [{ id: 'r', source: 's', modifiedAtMs: 1, atMs: 0, offsetMinutes: null, rmssdMs: 30 }] })[0].SK // => 'HeartRateVariabilityRmssdRecord#1970-01-01T00:00:00.000Z#r#0000'
 */
export const healthRecordItems = (
  userId: string,
  { recordType, records }: HealthRecords,
): readonly HealthRecordItem[] =>
  records.flatMap((record: HealthRecord) => {
    const { list, rest } = splitOff(record);
    const chunks = Math.max(1, Math.ceil((list?.entries.length ?? 0) / entriesPerItem));
    const startMs = 'atMs' in record ? record.atMs : record.startMs;
    return Array.from({ length: chunks }, (_, chunk) => ({
      ...rest,
      ...(list === undefined
        ? {}
        : { [list.name]: list.entries.slice(chunk * entriesPerItem, (chunk + 1) * entriesPerItem) }),
      ...('amount' in record && { amount: record.amount < smallestStored ? 0 : record.amount }),
      // A number from outside, in which DynamoDB may not hold every double.
      modifiedAtMs: Math.trunc(Math.min(Math.max(record.modifiedAtMs, 0), Number.MAX_SAFE_INTEGER)),
      PK: `USER#${userId}`,
      SK: `${recordType}#${new Date(startMs).toISOString()}#${record.id}#${String(chunk).padStart(4, '0')}`,
      recordType,
      chunks,
      schemaVersion: healthRecordSchemaVersion,
    }));
  });

/** What is one number or text, and the list that a record may have. */
const splitOff = (record: HealthRecord) => {
  if ('samples' in record) {
    const { samples: entries, rejectedSamples: _, ...rest } = record;
    return { rest, list: { name: 'samples', entries } };
  }
  if ('stages' in record) {
    const { stages: entries, ...rest } = record;
    return { rest, list: { name: 'stages', entries } };
  }
  return { rest: record };
};

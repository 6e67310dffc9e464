import avsc from 'avsc';

const varint = (value: number): Buffer => avsc.Type.forSchema('long').toBuffer(value);
const sized = (bytes: Uint8Array): Buffer => Buffer.concat([varint(bytes.length), bytes]);

export const syncMark = Buffer.from('0123456789abcdef');

/** An Avro object container file over blocks as they are given, so that tests can lie in each part of it. */
export const avroContainer = (
  metadata: Readonly<Record<string, string>>,
  blocks: readonly { readonly count: number; readonly bytes: Uint8Array }[],
): Buffer => {
  const entries = Object.entries(metadata).flatMap(([key, value]) => [
    sized(Buffer.from(key)),
    sized(Buffer.from(value)),
  ]);
  const header = [Buffer.from('Obj\u0001'), varint(entries.length / 2), ...entries];
  if (entries.length > 0) header.push(varint(0));
  return Buffer.concat([
    ...header,
    syncMark,
    ...blocks.flatMap(({ count, bytes }) => [varint(count), sized(bytes), syncMark]),
  ]);
};

const metadataSchema = {
  type: 'record',
  name: 'AvroMetadata',
  fields: [
    { name: 'id', type: 'string' },
    { name: 'dataOriginPackageName', type: 'string' },
    { name: 'lastModifiedTimeEpochMillis', type: 'long' },
  ],
};

/** The writer's schema of one of the six record types, with the fields that matter here. */
export const healthSchema = (recordType: string, fields: readonly object[]) => ({
  type: 'record',
  name: `Avro${recordType}`,
  namespace: 'test.avro',
  fields: [{ name: 'metadata', type: metadataSchema }, ...fields],
});

export const glucoseSchema = healthSchema('BloodGlucoseRecord', [
  { name: 'timeEpochMillis', type: 'long' },
  { name: 'zoneOffsetId', type: ['null', 'string'] },
  { name: 'levelInMilligramsPerDeciliter', type: 'double' },
  { name: 'relationToMeal', type: { type: 'enum', name: 'Meal', symbols: ['UNKNOWN', 'FASTING'] } },
]);

export const heartRateSchema = healthSchema('HeartRateRecord', [
  { name: 'startTimeEpochMillis', type: 'long' },
  { name: 'endTimeEpochMillis', type: 'long' },
  {
    name: 'samples',
    type: {
      type: 'array',
      items: {
        type: 'record',
        name: 'Sample',
        fields: [
          { name: 'timeEpochMillis', type: 'long' },
          { name: 'beatsPerMinute', type: 'long' },
        ],
      },
    },
  },
]);

/** One block of records, encoded by avsc itself. */
export const avroBlock = (schema: object, records: readonly unknown[]) => {
  const type = avsc.Type.forSchema(schema as avsc.Schema);
  return { count: records.length, bytes: Buffer.concat(records.map((record) => type.toBuffer(record))) };
};

/** A glucose record as decoded, at noon of 15 November 2025 UTC plus so many minutes. */
export const glucoseAt = (minutes: number, mgPerDl: number, id = `g${minutes}`) => ({
  metadata: { id, dataOriginPackageName: 'test.meter', lastModifiedTimeEpochMillis: 1_763_208_000_000 },
  timeEpochMillis: 1_763_208_000_000 + minutes * 60_000,
  zoneOffsetId: '+01:00',
  levelInMilligramsPerDeciliter: mgPerDl,
  relationToMeal: 'UNKNOWN',
});

import type { RecordType } from '../../narratives/record-type.ts';

const namespace = 'wellcast.synthetic';
const orNull = (type: string) => ['null', type];
const field = (name: string, type: unknown) => ({ name, type });

const metadata = field('metadata', {
  type: 'record',
  name: 'AvroMetadata',
  fields: [
    field('id', 'string'),
    field('dataOriginPackageName', 'string'),
    field('lastModifiedTimeEpochMillis', 'long'),
  ],
});
const moment = [field('timeEpochMillis', 'long'), field('zoneOffsetId', orNull('string'))];
const stretch = [
  field('startTimeEpochMillis', 'long'),
  field('endTimeEpochMillis', 'long'),
  field('startZoneOffsetId', orNull('string')),
];
const listOf = (name: string, fields: readonly object[]) => ({
  type: 'array',
  items: { type: 'record', name, fields },
});
const symbols = (name: string, ...names: readonly string[]) => ({ type: 'enum', name, symbols: names });

const fieldsOf: Readonly<Record<RecordType, readonly object[]>> = {
  BloodGlucoseRecord: [
    ...moment,
    field('levelInMilligramsPerDeciliter', 'double'),
    field(
      'relationToMeal',
      symbols('MealRelation', 'UNKNOWN', 'GENERAL', 'FASTING', 'BEFORE_MEAL', 'AFTER_MEAL'),
    ),
  ],
  HeartRateRecord: [
    ...stretch,
    field('samples', listOf('Sample', [field('timeEpochMillis', 'long'), field('beatsPerMinute', 'long')])),
  ],
  SleepSessionRecord: [
    ...stretch,
    field(
      'stages',
      listOf('Stage', [
        field('startTimeEpochMillis', 'long'),
        field('endTimeEpochMillis', 'long'),
        field(
          'stage',
          symbols('StageType', 'UNKNOWN', 'AWAKE', 'SLEEPING', 'OUT_OF_BED', 'LIGHT', 'DEEP', 'REM'),
        ),
      ]),
    ),
  ],
  StepsRecord: [...stretch, field('count', 'long')],
  ActiveCaloriesBurnedRecord: [...stretch, field('energyInKilocalories', 'double')],
  HeartRateVariabilityRmssdRecord: [...moment, field('heartRateVariabilityRmssd', 'double')],
};

/**
 * The writer's schema of one record type, with the names that exports of Android Health Connect use.
 *
 * @example
 * exportSchema('StepsRecord').name // => 'AvroStepsRecord'
 */
export const exportSchema = (recordType: RecordType) => ({
  type: 'record' as const,
  name: `Avro${recordType}`,
  namespace,
  fields: [metadata, ...fieldsOf[recordType], field('appRecordFetchTimeEpochMillis', 'long')],
});

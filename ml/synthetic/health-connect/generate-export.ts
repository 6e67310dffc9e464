import type { RecordType } from '../../narratives/record-type.ts';
import { type Random, seededRandom } from '../../random/seeded-random.ts';
import { exportSchema } from './export-schema.ts';
import { generateSleep } from './generate-sleep.ts';
import { writeExport } from './write-export.ts';

export interface ExportOptions {
  readonly recordType: RecordType;
  /** Which person; the same seed makes the same one. */
  readonly seed: number | string;
  /** Whole days before the export. */
  readonly days: number;
  /** When the phone exports, milliseconds since 1970 UTC. */
  readonly exportedAtMs: number;
}

const msPerMinute = 60_000;
const msPerHour = 60 * msPerMinute;
const msPerDay = 24 * msPerHour;
const zone = '+01:00';

/**
 * An Avro export as a phone makes it of what Health Connect holds of a made-up person: the last days before it, by
 * the clock of a wearer one hour ahead of UTC. Steps and active calories come twice, hour by hour from a watch and
 * as a total for the day from the phone, as they do in real ones.
 *
 * @returns an Avro object container file
 */
export const generateExport = (options: ExportOptions): Uint8Array => {
  const { recordType, exportedAtMs } = options;
  const random = seededRandom(`health export ${options.seed}`).fork(recordType);
  const firstMidnightMs = (Math.floor(exportedAtMs / msPerDay) - options.days) * msPerDay - msPerHour;
  const records = Array.from({ length: options.days }, (_, day) =>
    generators[recordType](firstMidnightMs + day * msPerDay, random),
  ).flat();
  const complete = records.map(({ source, ...record }, index) => ({
    metadata: {
      id: `${recordType}-${options.seed}-${index}-${firstMidnightMs}`,
      dataOriginPackageName: `wellcast.synthetic.${source}`,
      lastModifiedTimeEpochMillis: exportedAtMs,
    },
    ...record,
    appRecordFetchTimeEpochMillis: exportedAtMs,
  }));
  return writeExport(exportSchema(recordType), complete);
};

interface GeneratedRecord extends Readonly<Record<string, unknown>> {
  readonly source: 'watch' | 'phone' | 'sensor';
}
/** @param midnightMs - by the wearer's clock */
type Generator = (midnightMs: number, random: Random) => readonly GeneratedRecord[];

const moment = (atMs: number) => ({ timeEpochMillis: atMs, zoneOffsetId: zone });
const stretch = (startMs: number, lengthMs: number) => ({
  startTimeEpochMillis: startMs,
  endTimeEpochMillis: startMs + lengthMs,
  startZoneOffsetId: zone,
});
const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** How far above the night's level the hour is: awake from 7 to 23, at most in the evening. */
const wakefulness = (hour: number): number => (hour < 7 || hour >= 23 ? 0 : hour === 18 ? 1 : 0.3);

const hourly = (midnightMs: number, amountOf: (hour: number) => number) =>
  Array.from({ length: 24 }, (_, hour) => ({
    startMs: midnightMs + hour * msPerHour,
    amount: amountOf(hour),
  }));

const fromTwoSources = (
  field: string,
  hours: readonly { startMs: number; amount: number }[],
  midnightMs: number,
) => {
  const total = hours.reduce((sum, { amount }) => sum + amount, 0);
  return [
    ...hours
      .filter(({ amount }) => amount > 0)
      .map(({ startMs, amount }) => ({
        ...stretch(startMs, msPerHour),
        [field]: amount,
        source: 'watch' as const,
      })),
    { ...stretch(midnightMs, msPerDay), [field]: Math.round(total * 0.9), source: 'phone' as const },
  ];
};

const generators: Readonly<Record<RecordType, Generator>> = {
  BloodGlucoseRecord: (midnightMs, random) =>
    Array.from({ length: 288 }, (_, slot) => {
      const hour = slot / 12;
      // A meal raises glucose for about two hours.
      const meals = [7.5, 13, 19.5].map((meal) =>
        hour < meal ? 0 : 55 * (hour - meal) * Math.exp(1 - (hour - meal)),
      );
      const level = 100 + meals.reduce((sum, rise) => sum + rise, 0) + 6 * random.normal();
      return {
        ...moment(midnightMs + slot * 5 * msPerMinute),
        levelInMilligramsPerDeciliter: Math.round(clamp(level, 45, 300)),
        relationToMeal: hour === 7 ? 'FASTING' : 'UNKNOWN',
        source: 'sensor',
      };
    }),
  HeartRateRecord: (midnightMs, random) =>
    Array.from({ length: 24 }, (_, hour) => {
      const startMs = midnightMs + hour * msPerHour;
      const samples = Array.from({ length: 60 }, (_, minute) => ({
        timeEpochMillis: startMs + minute * msPerMinute,
        beatsPerMinute: Math.round(clamp(56 + 70 * wakefulness(hour) + 4 * random.normal(), 40, 185)),
      }));
      return { ...stretch(startMs, msPerHour), samples, source: 'watch' };
    }),
  SleepSessionRecord: (midnightMs, random) => {
    const stages = generateSleep(midnightMs, random);
    const startMs = stages[0]!.startTimeEpochMillis;
    return [{ ...stretch(startMs, stages.at(-1)!.endTimeEpochMillis - startMs), stages, source: 'watch' }];
  },
  StepsRecord: (midnightMs, random) => {
    const hours = hourly(midnightMs, (hour) => random.poisson(1600 * wakefulness(hour)));
    return fromTwoSources('count', hours, midnightMs);
  },
  ActiveCaloriesBurnedRecord: (midnightMs, random) => {
    const hours = hourly(midnightMs, (hour) => random.poisson(80 * wakefulness(hour)));
    return fromTwoSources('energyInKilocalories', hours, midnightMs);
  },
  HeartRateVariabilityRmssdRecord: (midnightMs, random) =>
    Array.from({ length: 72 }, (_, slot) => ({
      ...moment(midnightMs + slot * 5 * msPerMinute),
      heartRateVariabilityRmssd: Math.round(clamp(38 + 9 * random.normal(), 8, 120)),
      source: 'watch',
    })),
};

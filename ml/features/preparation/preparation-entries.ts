import type { HealthRecords } from '../../narratives/records/validate-records.ts';
import { sleepNights } from '../../narratives/sleep/sleep-night.ts';
import { differenceCounters } from '../../wearable/difference-counters.ts';
import {
  type HealthSample,
  type MeasuredFeatureName,
  measuredFeatureNames,
} from '../../wearable/health-sample.ts';
import type { FeatureUse } from '../engagement/engagement-features.ts';
import type { HealthEntries } from '../health/health-features.ts';
import type { HealthEntry, HealthSeriesName } from '../health/health-series.ts';
import type { Journal } from '../journal.ts';
import type { PreparationEntries } from './extract-preparation-features.ts';

/** Where a person's entries come from; what is absent has none. */
export interface PreparationSources {
  /** With chats, selfies and sessions. */
  readonly journal?: Pick<Journal, 'moods' | 'chats' | 'selfies' | 'sessions'> | undefined;
  /** Samples by device, ascending in time, of each device. */
  readonly watches?: ReadonlyMap<string, readonly HealthSample[]> | undefined;
  /** Imported health records, as validated. */
  readonly records?: readonly HealthRecords[] | undefined;
}

type Series = Map<HealthSeriesName, HealthEntry[]>;

const msPerMinute = 60_000;
/** Half a day: a counter that was silent for longer may have started anew in between. */
const longestSilenceSeconds = 12 * 3600;

const seriesOfMeasurement: Readonly<Record<MeasuredFeatureName, HealthSeriesName>> = {
  heartRate: 'heart_rate',
  steps: 'steps',
  calories: 'calories',
  distance: 'distance',
};

const add = (series: Series, name: HealthSeriesName, entry: HealthEntry): void => {
  const entries = series.get(name);
  if (entries === undefined) series.set(name, [entry]);
  else entries.push(entry);
};

const addWatch = (series: Series, device: string, samples: readonly HealthSample[]): void => {
  for (const sample of differenceCounters(samples, longestSilenceSeconds)) {
    for (const measured of measuredFeatureNames) {
      const value = sample[measured];
      if (value === undefined) continue;
      add(series, seriesOfMeasurement[measured], {
        at: sample.timestampMs,
        value,
        source: `watch:${device}`,
      });
    }
  }
};

interface CountedInterval {
  readonly startMs: number;
  readonly endMs: number;
  readonly amount: number;
  readonly source: string;
}

/** An amount is known when its interval has passed, and counts for the date of its middle: a day's total ends at midnight. */
const amountEntry = ({ startMs, endMs, amount, source }: CountedInterval): HealthEntry => ({
  at: endMs - 1,
  countsAt: Math.floor((startMs + endMs) / 2),
  value: amount,
  source: `record:${source}`,
});

const addRecords = (series: Series, health: HealthRecords, asOf: number): void => {
  switch (health.recordType) {
    case 'StepsRecord':
      for (const record of health.records) add(series, 'steps', amountEntry(record));
      return;
    case 'ActiveCaloriesBurnedRecord':
      for (const record of health.records) add(series, 'calories', amountEntry(record));
      return;
    case 'HeartRateRecord':
      for (const { samples } of health.records) {
        for (const { atMs, bpm } of samples) add(series, 'heart_rate', { at: atMs, value: bpm });
      }
      return;
    case 'SleepSessionRecord':
      // One night from sessions that overlap, of those that are over: a later one must not change an earlier night.
      for (const night of sleepNights(health.records.filter(({ endMs }) => endMs - 1 <= asOf))) {
        const at = night.startMs + night.inBedMinutes * msPerMinute - 1;
        add(series, 'sleep', { at, value: night.asleepMinutes ?? night.inBedMinutes });
      }
      return;
    case 'BloodGlucoseRecord':
    case 'HeartRateVariabilityRmssdRecord':
      return;
  }
};

/**
 * A person's entries as features take them, from the stores' own forms: the journal, the watch, health records.
 *
 * Columns of a watch that count up through the day are differenced, by samples up to asOf alone. Sleep counts for the
 * date of waking, minutes asleep where stages tell them and else in bed. Weight and blood pressure have no store yet.
 *
 * @param asOf - milliseconds since 1970 UTC; nothing after it is taken
 */
export const preparationEntries = (
  { journal, watches, records }: PreparationSources,
  asOf: number,
): PreparationEntries => {
  const isPast = ({ at }: { readonly at: number }) => at <= asOf;
  const series: Series = new Map();
  for (const [device, samples] of watches ?? []) {
    addWatch(
      series,
      device,
      samples.filter(({ timestampMs }) => timestampMs <= asOf),
    );
  }
  for (const health of records ?? []) addRecords(series, health, asOf);
  const moods = journal?.moods.filter(isPast) ?? [];
  for (const { at, mood } of moods) add(series, 'mood', { at, value: mood });
  const use = (feature: string, entries: readonly { readonly at: number }[] = []): readonly FeatureUse[] =>
    entries.filter(isPast).map(({ at }) => ({ at, feature }));
  const health: HealthEntries = Object.fromEntries(
    [...series].map(([name, entries]) => [name, entries.filter(isPast)]),
  );
  return {
    health,
    engagement: {
      checkIns: moods.map(({ at }) => ({ at })),
      sessions: journal?.sessions.filter(isPast) ?? [],
      uses: [...use('mood', moods), ...use('chat', journal?.chats), ...use('selfie', journal?.selfies)],
    },
  };
};

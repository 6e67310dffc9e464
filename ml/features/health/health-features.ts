import { mean } from '../../stats/mean.ts';
import type { ZoneClock } from '../../time/zone-clock.ts';
import type { KnownFeature } from '../preparation/known-feature.ts';
import type { FeatureWindow } from '../window-items.ts';
import { blockMeans } from './block-means.ts';
import { dailyValues } from './daily-values.ts';
import { describeSeries, seriesFigureNames } from './describe-series.ts';
import { type HealthEntry, type HealthSeriesName, healthSeries, healthSeriesNames } from './health-series.ts';

/** Entries by series; a series that is absent has none. */
export type HealthEntries = Readonly<Partial<Record<HealthSeriesName, readonly HealthEntry[]>>>;

const periods = [
  { period: 'daily', blockDays: 1 },
  { period: 'weekly', blockDays: 7 },
  { period: 'monthly', blockDays: 30 },
] as const;
const rollingDays = [7, 14, 30] as const;
const lagDays = [1, 3, 7, 14] as const;

/** Mean of the dates of the last `days` that have a value. */
const rolling = (name: string, values: ReadonlyMap<number, number>, days: number): KnownFeature => {
  const found = [...values].filter(([age]) => age < days).map(([, value]) => value);
  return {
    name: `${name}_rolling_${days}d`,
    value: found.length === 0 ? null : mean(found),
    coverage: found.length / days,
  };
};

/** The value of the date so many days before asOf's own. */
const lag = (name: string, values: ReadonlyMap<number, number>, days: number): KnownFeature => {
  const value = values.get(days) ?? null;
  return { name: `${name}_lag_${days}d`, value, coverage: value === null ? 0 : 1 };
};

const featuresOfSeries = (
  name: HealthSeriesName,
  values: ReadonlyMap<number, number>,
  windowDays: number,
): readonly KnownFeature[] => [
  ...periods.flatMap(({ period, blockDays }) => {
    const blocks = blockMeans(values, windowDays, blockDays);
    const figures = describeSeries(blocks);
    return seriesFigureNames.map((figure) => ({
      name: `${name}_${period}_${figure}`,
      value: figures[figure],
      coverage: blocks.coverage,
    }));
  }),
  ...rollingDays.map((days) => rolling(name, values, days)),
  ...lagDays.map((days) => lag(name, values, days)),
];

/**
 * How a person's health has been over the local dates that end with asOf's own: of each series, by date, by week (7
 * dates) and by month (30 dates), mean, spread and trend; rolling means over 7, 14 and 30 dates; the values 1, 3, 7 and
 * 14 dates before. `docs/preparation-features.md` has every feature with its formula.
 *
 * @param entries - in any order; those after asOf are not looked at
 * @param window - how many dates; rolling means and lags that reach further back see only these
 */
export const healthFeatures = (
  entries: HealthEntries,
  window: FeatureWindow,
  clock: ZoneClock,
): readonly KnownFeature[] =>
  healthSeriesNames.flatMap((name) => {
    const { daily: rule } = healthSeries[name];
    return featuresOfSeries(name, dailyValues(entries[name] ?? [], window, { clock, rule }), window.days);
  });

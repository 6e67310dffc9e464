import { mean } from '../../stats/mean.ts';
import { quantileOfSorted } from '../../stats/quantile.ts';
import { areOffsetsTelling, localTime } from '../local-time.ts';
import type { BloodGlucoseRecord } from '../records/blood-glucose-record.ts';
import { roundTo } from '../round-to.ts';
import { glucoseEvents } from './glucose-events.ts';
import type { GlucoseInsights } from './glucose-insights.ts';
import { glucoseMetrics } from './glucose-metrics.ts';

const msPerMinute = 60_000;
const msPerHour = 60 * msPerMinute;
/** Sensors give a reading every 1 to 15 minutes; no finger is pricked so often. */
const longestSensorGapMs = 15 * msPerMinute;
const fewestSensorReadings = 12;
const overnightEndsMinute = 6 * 60;
/** For GMI and targets: 14 days with 70 % of readings (Battelino et al. 2019). */
export const enoughDays = 14;
export const enoughCoveragePercent = 70;

/**
 * The figures of a glucose record. Readings that came twice through different apps (same moment, same level) count
 * once.
 *
 * @param records - n ≥ 1, in any order; not mutated
 * @throws {InsufficientDataError} when there is none
 */
export const glucoseFigures = (records: readonly BloodGlucoseRecord[]): GlucoseInsights => {
  const readings = distinctReadings(records);
  const metrics = glucoseMetrics(readings.map(({ mgPerDl }) => mgPerDl));
  const spanMs = readings.at(-1)!.atMs - readings[0]!.atMs;
  const readingMs = sensorInterval(readings);
  const coverage =
    readingMs === null ? null : Math.min(100, (100 * readings.length) / (spanMs / readingMs + 1));
  const days = new Set(readings.map(({ atMs, offsetMinutes }) => localTime(atMs, offsetMinutes).day)).size;
  const overnight = readings.filter(
    ({ atMs, offsetMinutes }) => localTime(atMs, offsetMinutes).minuteOfDay < overnightEndsMinute,
  );
  const related = (relation: BloodGlucoseRecord['relationToMeal']) =>
    readings.filter((reading) => reading.relationToMeal === relation);
  const sensor = readingMs === null ? {} : { readingMs };
  return {
    control_status: controlStatus({ days, coverage, metrics }),
    hypoglycemic_events: glucoseEvents(readings, { isOutside: (level) => level < 70, ...sensor }),
    hyperglycemic_events: glucoseEvents(readings, { isOutside: (level) => level > 180, ...sensor }),
    total_readings: readings.length,
    days,
    span_hours: roundTo(spanMs / msPerHour, 1),
    is_continuous: readingMs !== null,
    sensor_coverage_percent: roundTo(coverage, 1),
    mean_mg_dl: roundTo(metrics.mean, 1),
    sd_mg_dl: roundTo(metrics.standardDeviation, 1),
    cv_percent: roundTo(metrics.cvPercent, 1),
    gmi_percent: readingMs === null ? null : roundTo(metrics.gmiPercent, 2),
    min_mg_dl: roundTo(metrics.min, 0),
    max_mg_dl: roundTo(metrics.max, 0),
    below_54_percent: roundTo(metrics.below54Percent, 1),
    below_70_percent: roundTo(metrics.below70Percent, 1),
    in_range_70_180_percent: roundTo(metrics.inRangePercent, 1),
    above_180_percent: roundTo(metrics.above180Percent, 1),
    above_250_percent: roundTo(metrics.above250Percent, 1),
    fasting_readings: related('fasting').length,
    fasting_mean_mg_dl: meanLevel(related('fasting')),
    before_meal_mean_mg_dl: meanLevel(related('before_meal')),
    after_meal_mean_mg_dl: meanLevel(related('after_meal')),
    overnight_readings: overnight.length,
    overnight_mean_mg_dl: meanLevel(overnight),
    is_local_time_known: areOffsetsTelling(readings.map(({ offsetMinutes }) => offsetMinutes)),
  };
};

const distinctReadings = (records: readonly BloodGlucoseRecord[]): readonly BloodGlucoseRecord[] => {
  const seen = new Map(records.map((record) => [`${record.atMs} ${record.mgPerDl}`, record]));
  return [...seen.values()].sort((a, b) => a.atMs - b.atMs);
};

const sensorInterval = (readings: readonly BloodGlucoseRecord[]): number | null => {
  if (readings.length < fewestSensorReadings) return null;
  const gaps = readings.slice(1).map(({ atMs }, i) => atMs - readings[i]!.atMs);
  const median = quantileOfSorted(
    gaps.toSorted((a, b) => a - b),
    0.5,
  );
  return median > 0 && median <= longestSensorGapMs ? median : null;
};

const meanLevel = (readings: readonly BloodGlucoseRecord[]): number | null =>
  readings.length === 0 ? null : roundTo(mean(readings.map(({ mgPerDl }) => mgPerDl)), 1);

interface Assessment {
  readonly days: number;
  readonly coverage: number | null;
  readonly metrics: ReturnType<typeof glucoseMetrics>;
}

/** Adults with diabetes: > 70 % in range, < 4 % below 70, < 1 % below 54, < 25 % above 180, < 5 % above 250. */
const controlStatus = ({ days, coverage, metrics }: Assessment): GlucoseInsights['control_status'] => {
  if (coverage === null || coverage < enoughCoveragePercent || days < enoughDays) return 'not_assessed';
  const isMet =
    metrics.inRangePercent > 70 &&
    metrics.below70Percent < 4 &&
    metrics.below54Percent < 1 &&
    metrics.above180Percent < 25 &&
    metrics.above250Percent < 5;
  return isMet ? 'meets_targets' : 'outside_targets';
};

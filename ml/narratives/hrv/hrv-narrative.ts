import { leastSquaresSlope } from '../../stats/least-squares-slope.ts';
import { mean } from '../../stats/mean.ts';
import { quantileOfSorted } from '../../stats/quantile.ts';
import { sampleStandardDeviation } from '../../stats/sample-standard-deviation.ts';
import type { ClinicalNarrative } from '../clinical-narrative.ts';
import { localTime } from '../local-time.ts';
import { qualityScore } from '../quality-score.ts';
import type { HrvRmssdRecord } from '../records/hrv-rmssd-record.ts';
import { roundTo } from '../round-to.ts';
import { counted, joinSentences, noDiagnosis } from '../wording.ts';
import type { HrvInsights } from './hrv-insights.ts';

const enoughDays = 7;
const enoughForThirds = 9;

/**
 * What RMSSD readings show: level, spread, and the trend over days, or within the recording where there are few.
 *
 * @param records - n ≥ 1, validated; not mutated
 * @param rejectedCount - records that were left out
 * @throws {InsufficientDataError} when there is none
 */
export const hrvNarrative = (
  records: readonly HrvRmssdRecord[],
  rejectedCount: number,
): ClinicalNarrative => {
  const figures = hrvFigures(records);
  return {
    narrative: joinSentences([
      `Heart rate variability data show ${counted(figures.total_readings, 'RMSSD reading')} on ` +
        `${counted(figures.days, 'calendar day')}.`,
      level(figures),
      course(figures),
      "RMSSD differs widely between people and with age, so it is best compared with the same person's own values.",
      figures.days < enoughDays ? 'Fewer than seven days do not make a baseline.' : '',
      noDiagnosis,
    ]),
    clinicalInsights: figures,
    recordCount: records.length,
    qualityScore: qualityScore({
      kept: records.length,
      rejected: rejectedCount,
      coverage: figures.days / enoughDays,
    }),
  };
};

const hrvFigures = (records: readonly HrvRmssdRecord[]): HrvInsights => {
  const readings = records.toSorted((a, b) => a.atMs - b.atMs);
  const values = readings.map(({ rmssdMs }) => rmssdMs);
  const sorted = values.toSorted((a, b) => a - b);
  const byDay = Map.groupBy(readings, ({ atMs, offsetMinutes }) => localTime(atMs, offsetMinutes).day);
  const third = values.length < enoughForThirds ? 0 : Math.floor(values.length / 3);
  const dailyMeans = [...byDay.values()].map((ofDay) => mean(ofDay.map(({ rmssdMs }) => rmssdMs)));
  return {
    total_readings: values.length,
    days: byDay.size,
    mean_rmssd_ms: roundTo(mean(values), 1),
    median_rmssd_ms: roundTo(quantileOfSorted(sorted, 0.5), 1),
    sd_rmssd_ms: values.length < 2 ? null : roundTo(sampleStandardDeviation(values), 1),
    min_rmssd_ms: roundTo(sorted[0]!, 1),
    max_rmssd_ms: roundTo(sorted.at(-1)!, 1),
    first_third_mean_rmssd_ms: third === 0 ? null : roundTo(mean(values.slice(0, third)), 1),
    last_third_mean_rmssd_ms: third === 0 ? null : roundTo(mean(values.slice(-third)), 1),
    trend_ms_per_day:
      byDay.size < enoughDays ? null : roundTo(leastSquaresSlope([...byDay.keys()], dailyMeans), 2),
  };
};

const level = (figures: HrvInsights) =>
  figures.sd_rmssd_ms === null
    ? `It was ${figures.mean_rmssd_ms} ms.`
    : `RMSSD averaged ${figures.mean_rmssd_ms.toFixed(1)} ms (median ${figures.median_rmssd_ms.toFixed(1)}, SD ` +
      `${figures.sd_rmssd_ms.toFixed(1)}, range ${figures.min_rmssd_ms} to ${figures.max_rmssd_ms} ms).`;

const course = (figures: HrvInsights) => {
  if (figures.trend_ms_per_day !== null) {
    const direction = figures.trend_ms_per_day < 0 ? 'fell' : 'rose';
    const slope = Math.abs(figures.trend_ms_per_day);
    return slope < 0.05
      ? 'Daily means showed no trend.'
      : `Daily means ${direction} by ${slope.toFixed(2)} ms a day.`;
  }
  const { first_third_mean_rmssd_ms: first, last_third_mean_rmssd_ms: last } = figures;
  if (first === null || last === null) return '';
  return (
    `Within the recording it went from a mean of ${first.toFixed(1)} ms in the first third of readings to ` +
    `${last.toFixed(1)} ms in the last.`
  );
};

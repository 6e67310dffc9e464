import type { ClinicalNarrative } from '../clinical-narrative.ts';
import { qualityScore } from '../quality-score.ts';
import type { StepsRecord } from '../records/steps-record.ts';
import { counted, joinSentences, noDiagnosis } from '../wording.ts';
import { type ActivityFigures, activityFigures } from './activity-figures.ts';
import type { StepsInsights } from './activity-insights.ts';
import { activitySentences, enoughDays } from './activity-sentences.ts';

/**
 * What step records show, with overlapping sources merged.
 *
 * @param records - n ≥ 1, validated; not mutated
 * @param rejectedCount - records that were left out
 * @throws {InsufficientDataError} when there is none
 */
export const stepsNarrative = (records: readonly StepsRecord[], rejectedCount: number): ClinicalNarrative => {
  const figures = activityFigures(records, 0);
  const insights: StepsInsights = {
    total_readings: figures.readings,
    sources: figures.sources,
    days: figures.days,
    unfinished_days: figures.unfinishedDays,
    total_steps: figures.total,
    not_added_steps: figures.notAdded,
    mean_daily_steps: figures.meanPerDay,
    least_daily_steps: figures.leastDay,
    most_daily_steps: figures.mostDay,
  };
  const sentences = activitySentences(figures, 'Step data', (amount) => counted(Math.round(amount), 'step'));
  return {
    narrative: joinSentences([...sentences, level(figures), noDiagnosis]),
    clinicalInsights: insights,
    recordCount: records.length,
    qualityScore: qualityScore({
      kept: records.length,
      rejected: rejectedCount,
      coverage: (figures.days - figures.unfinishedDays) / enoughDays,
    }),
  };
};

/** Steps a day by Tudor-Locke & Bassett 2004 (Sports Medicine 34:1). */
const level = (figures: ActivityFigures) => {
  if (figures.days - figures.unfinishedDays < enoughDays) {
    return 'Fewer than seven whole days do not show a habit.';
  }
  const perDay = figures.meanPerDay;
  const band =
    perDay < 5000
      ? 'under 5,000 a day'
      : perDay < 7500
        ? '5,000 to 7,499 a day'
        : perDay < 10_000
          ? '7,500 to 9,999 a day'
          : '10,000 a day or more';
  return `That is ${band}, one of the bands that are in common use for adults.`;
};

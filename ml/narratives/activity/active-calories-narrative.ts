import type { ClinicalNarrative } from '../clinical-narrative.ts';
import { qualityScore } from '../quality-score.ts';
import type { ActiveCaloriesRecord } from '../records/active-calories-record.ts';
import { grouped, joinSentences, noDiagnosis } from '../wording.ts';
import { activityFigures } from './activity-figures.ts';
import type { ActiveCaloriesInsights } from './activity-insights.ts';
import { activitySentences, enoughDays } from './activity-sentences.ts';

/**
 * What records of active calories show, with overlapping sources merged.
 *
 * @param records - n ≥ 1, validated; not mutated
 * @param rejectedCount - records that were left out
 * @throws {InsufficientDataError} when there is none
 */
export const activeCaloriesNarrative = (
  records: readonly ActiveCaloriesRecord[],
  rejectedCount: number,
): ClinicalNarrative => {
  const figures = activityFigures(records, 1);
  const insights: ActiveCaloriesInsights = {
    total_readings: figures.readings,
    sources: figures.sources,
    days: figures.days,
    unfinished_days: figures.unfinishedDays,
    total_active_kcal: figures.total,
    not_added_active_kcal: figures.notAdded,
    mean_daily_active_kcal: figures.meanPerDay,
    least_daily_active_kcal: figures.leastDay,
    most_daily_active_kcal: figures.mostDay,
  };
  const wholeDays = figures.days - figures.unfinishedDays;
  return {
    narrative: joinSentences([
      ...activitySentences(figures, 'Active energy data', (amount) => `${grouped(amount)} kcal`),
      'Wearables estimate energy from movement and pulse, so it is approximate, and the energy of resting is not in it.',
      wholeDays < enoughDays ? 'Fewer than seven whole days do not show a habit.' : '',
      noDiagnosis,
    ]),
    clinicalInsights: insights,
    recordCount: records.length,
    qualityScore: qualityScore({
      kept: records.length,
      rejected: rejectedCount,
      coverage: wholeDays / enoughDays,
    }),
  };
};

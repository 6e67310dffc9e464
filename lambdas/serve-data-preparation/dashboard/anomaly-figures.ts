import { peopleHistogram } from '../../../ml/privacy/people-histogram.ts';
import { shownCount } from '../../../ml/privacy/shown-count.ts';
import type { AnomalyOverview } from '../../shared/ports/anomaly-overview.ts';
import type { AnomalyFigures } from './schema.ts';

const msPerDay = 86_400_000;
const days = 30;

/**
 * How anomaly scores are distributed, and on how many people's days an alert came.
 *
 * @param now - epoch milliseconds
 */
export const anomalyFigures = async (overview: AnomalyOverview, now: number): Promise<AnomalyFigures> => {
  const [scores, alertDays] = await Promise.all([overview.scores(), overview.alertDays()]);
  const today = Math.floor(now / msPerDay);
  const counts = new Map<number, number>();
  for (const ofPerson of alertDays) {
    for (const day of new Set(ofPerson)) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return {
    scores: peopleHistogram(scores, { low: 0, high: 1, bins: 20 }).map((bin) => ({ ...bin })),
    alertsByDay: Array.from({ length: days }, (_, index) => {
      const day = today - days + 1 + index;
      return {
        date: new Date(day * msPerDay).toISOString().slice(0, 10),
        alerts: shownCount(counts.get(day) ?? 0),
      };
    }),
  };
};

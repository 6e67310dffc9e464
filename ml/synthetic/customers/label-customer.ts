import { successStars } from '../../features/customer/compute-customer-features.ts';
import type { Random } from '../../random/seeded-random.ts';
import { type CustomerPath, feelingOn, plannedOn, stepsPerSession } from './customer-path.ts';
import { type Life, msPerDay } from './live-events.ts';
import { sessionChances } from './session-chances.ts';
import { chanceOfStars, expectedStars } from './stars.ts';

/** How far labels look. */
export const daysAhead = 30;
const healthNoise = 3;
/** Sessions a week from which on nothing more is gained. */
const healthyPerWeek = 2.5;

/** What is to be predicted, and what only the generator knows. */
export interface CustomerLabels {
  /** 1 if the first session planned within 30 days is held and gets 4 stars or more; 0 too where none is planned. */
  readonly label_first_session_success: 0 | 1;
  /** Expected sessions per week over 30 days. */
  readonly label_session_velocity: number;
  /** The path's probability of no session in 14 days. */
  readonly label_churn_risk_14d: number;
  readonly label_churn_risk_30d: number;
  /** 0 … 100. */
  readonly label_health_score: number;
  /** Realised draws: no session was held in 14 days. */
  readonly outcome_churned_14d: 0 | 1;
  readonly outcome_churned_30d: 0 | 1;
  readonly outcome_sessions_30d: number;
  /** The path's probability of label_first_session_success: nobody can know better. */
  readonly truth_first_session_success: number;
  /** label_health_score without its noise. */
  readonly truth_health_score: number;
}

const flag = (isTrue: boolean): 0 | 1 => (isTrue ? 1 : 0);

/**
 * The labels of a customer: from what the path does after the cut-off, never from the segment.
 *
 * @param life - of this path, with 30 days after the cut-off
 * @param cutoff - milliseconds since 1970 UTC
 * @param random - for the noise of the health score
 */
export const labelCustomer = (
  path: CustomerPath,
  { life, cutoff }: { readonly life: Life; readonly cutoff: number },
  random: Random,
): CustomerLabels => {
  const feeling = feelingOn(path, 0);
  const chancesIn = (days: number) => {
    let expectedSteps = 0;
    for (let day = 0; day < days; day += 1) expectedSteps += stepsPerSession * plannedOn(path, day + 0.5);
    const { stepsTaken } = life;
    return sessionChances({
      expectedSteps,
      stepsTaken,
      perSession: stepsPerSession,
      cancellation: feeling.cancellation,
    });
  };
  const fortnight = chancesIn(14);
  const month = chancesIn(daysAhead);
  const perWeek = (month.expectedHeld * 7) / daysAhead;
  const health =
    100 *
    (0.4 * (1 - month.noneHeld) +
      0.2 * Math.min(perWeek / healthyPerWeek, 1) +
      (0.2 * (expectedStars(feeling.content) - 1)) / 4 +
      0.1 * path.tutorConsistency +
      0.1 * feeling.paymentSuccess);
  const ahead = life.events.filter((event) => event.type === 'session').filter(({ at }) => at > cutoff);
  const held = ahead.filter(({ outcome }) => outcome === 'held');
  const first = ahead[0];
  return {
    label_first_session_success: flag(first?.outcome === 'held' && (first.stars ?? 0) >= successStars),
    label_session_velocity: perWeek,
    label_churn_risk_14d: fortnight.noneHeld,
    label_churn_risk_30d: month.noneHeld,
    label_health_score: Math.min(100, Math.max(0, health + healthNoise * random.normal())),
    outcome_churned_14d: flag(!held.some(({ at }) => at <= cutoff + 14 * msPerDay)),
    outcome_churned_30d: flag(held.length === 0),
    outcome_sessions_30d: held.length,
    truth_first_session_success:
      (1 - month.nonePlanned) * (1 - feeling.cancellation) * chanceOfStars(successStars, feeling.content),
    truth_health_score: health,
  };
};

import type { Random } from '../../random/seeded-random.ts';
import { type SegmentName, segments } from './segments.ts';

/** Steps between two planned sessions: the more, the more regular the sessions. */
export const stepsPerSession = 9;

/** The course of a customer that nobody sees: it decides how likely events are, before the cut-off and after. */
export interface CustomerPath {
  readonly tenureDays: number;
  /** Sessions planned a day while nothing is lost. */
  readonly sessionsPerDay: number;
  readonly content: number;
  readonly loss: number;
  readonly lossAtDay: number;
  readonly lossDays: number;
  readonly cancellation: number;
  readonly paymentSuccess: number;
  readonly loginsPerSession: number;
  readonly messagesPerSession: number;
  /** Share of the sessions that the customer's own tutor holds. */
  readonly tutorConsistency: number;
  readonly responseHours: number;
}

const longestTenureDays = 720;

/** Draws the course of one customer of a segment. */
export const drawPath = (segmentName: SegmentName, random: Random): CustomerPath => {
  const segment = segments[segmentName];
  const within = ([from, to]: readonly [number, number]) => from + (to - from) * random.next();
  const [medianPerWeek, logSpread] = segment.sessionsPerWeek;
  const [content, contentSpread] = segment.content;
  const lossAtDay = within(segment.lossAtDay);
  const loss = within(segment.loss);
  // Who has lost much was once well: there is a time before the loss.
  const shortestTenure = loss >= 0.5 ? 20 - lossAtDay : 3;
  return {
    tenureDays: Math.ceil(Math.min(longestTenureDays, shortestTenure - 200 * Math.log(1 - random.next()))),
    sessionsPerDay: (medianPerWeek * Math.exp(logSpread * random.normal())) / 7,
    content: content + contentSpread * random.normal(),
    loss,
    lossAtDay,
    lossDays: within(segment.lossDays),
    cancellation: within(segment.cancellation),
    paymentSuccess: within(segment.paymentSuccess),
    loginsPerSession: 1.5 + random.next(),
    messagesPerSession: 0.5 + random.next(),
    tutorConsistency: within([0.6, 1]),
    responseHours: within([0.5, 8]),
  };
};

/**
 * How much of the engagement is lost on a day: a logistic curve.
 *
 * @param day - days from the cut-off, below 0 before it
 * @returns 0 … 1; below 0 where engagement grew
 */
export const lossOn = (path: CustomerPath, day: number): number =>
  path.loss / (1 + Math.exp((path.lossAtDay - day) / path.lossDays));

/** Sessions that are planned on a day, expected; ≥ 0. */
export const plannedOn = (path: CustomerPath, day: number): number =>
  path.sessionsPerDay * (1 - lossOn(path, day));

/** How the customer feels about sessions; it moves slowly, and after the cut-off it is taken to stay. */
export const feelingOn = (path: CustomerPath, day: number) => {
  const loss = Math.max(0, lossOn(path, Math.min(day, 0)));
  return {
    /** Mean stars, before they are rounded to whole ones. */
    content: path.content - 0.6 * loss,
    cancellation: Math.min(0.8, path.cancellation + 0.25 * loss),
    paymentSuccess: path.paymentSuccess * (1 - 0.1 * loss),
    loss,
  };
};

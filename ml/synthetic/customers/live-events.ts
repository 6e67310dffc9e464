import type { CustomerEvent } from '../../features/customer/customer-event.ts';
import type { Random } from '../../random/seeded-random.ts';
import { type CustomerPath, feelingOn, plannedOn, stepsPerSession } from './customer-path.ts';
import { drawStars } from './stars.ts';

export const msPerDay = 86_400_000;
const msPerHour = 3_600_000;
/** Below this expectation of sessions a day a customer has left, and is not billed. */
const leastBilledPerDay = 0.02;

export interface Life {
  /** In order of time, to `daysAhead` after the cut-off. */
  readonly events: readonly CustomerEvent[];
  /** Steps towards the next session at the cut-off; see `sessionChances`. */
  readonly stepsTaken: number;
}

export interface LifeOptions {
  readonly cutoff: number;
  readonly daysAhead: number;
  /** What a week costs. */
  readonly weeklyPrice: number;
}

/** Draws the dated events of a path, day by day from signing up. */
export const liveEvents = (path: CustomerPath, options: LifeOptions, random: Random): Life => {
  const events: CustomerEvent[] = [];
  let steps = random.int(stepsPerSession);
  let stepsTaken = steps;
  let tutor = 1;
  for (let day = -path.tenureDays; day < options.daysAhead; day += 1) {
    if (day === 0) stepsTaken = steps;
    const midnight = options.cutoff + day * msPerDay;
    const inTheDay = () => midnight + 8 * msPerHour + random.int(12 * msPerHour);
    const feeling = feelingOn(path, day);
    const planned = plannedOn(path, day + 0.5);

    steps += random.poisson(planned * stepsPerSession);
    for (; steps >= stepsPerSession; steps -= stepsPerSession) {
      const at = inTheDay();
      const tutorId = `tutor_${random.bernoulli(path.tutorConsistency) ? tutor : tutor + 100 + random.int(3)}`;
      if (random.bernoulli(feeling.cancellation)) {
        events.push({ type: 'session', at, outcome: 'cancelled', tutorId });
      } else {
        const stars = drawStars(feeling.content, random);
        events.push({ type: 'session', at, outcome: 'held', stars, tutorId });
      }
    }
    for (let left = random.poisson(0.005 + planned * path.loginsPerSession); left > 0; left -= 1) {
      events.push({ type: 'login', at: inTheDay() });
    }
    for (let left = random.poisson(planned * path.messagesPerSession); left > 0; left -= 1) {
      const at = inTheDay();
      const responseHours = -path.responseHours * (1 + feeling.loss) * Math.log(1 - random.next());
      events.push({ type: 'message', at });
      events.push({ type: 'reply', at: at + Math.round(responseHours * msPerHour), responseHours });
    }
    // People call while they fall out with it, not when they have gone.
    if (random.bernoulli(0.01 + 0.3 * feeling.loss * (1 - feeling.loss))) {
      events.push({
        type: 'ib-call',
        at: inTheDay(),
        isNegative: random.bernoulli(0.15 + 0.6 * feeling.loss),
      });
    }
    if (random.bernoulli(0.002 + 0.01 * feeling.loss * (1 - feeling.loss))) {
      tutor += 1;
      events.push({ type: 'tutor-change', at: inTheDay() });
    }
    if ((day + path.tenureDays) % 7 === 0 && planned > leastBilledPerDay) {
      const hasSucceeded = random.bernoulli(feeling.paymentSuccess);
      events.push({ type: 'payment', at: inTheDay(), hasSucceeded, amount: options.weeklyPrice });
    }
  }
  return { events: events.sort((a, b) => a.at - b.at), stepsTaken };
};

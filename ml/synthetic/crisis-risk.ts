import type { Random } from '../random/seeded-random.ts';
import { type Expression, express } from './expression.ts';
import { type Mind, nextMind } from './mind.ts';
import type { Person } from './person.ts';
import { crisisKinds } from './texts/text-kind.ts';

const lookAheadDates = 7;
const lowMood = 2;
const lowDatesForCrisis = 3;
const moodDatesForNone = 3;

/**
 * The true probability that a person's label (policy any) is 1, given their state at the end of a date and that
 * the label is not censored.
 *
 * Monte Carlo: the generator itself goes on from that state for seven dates, again and again with fresh chance;
 * the share of crises among the futures that get a label. With 200 futures the standard error is at most .035, and
 * .026 at the usual prevalence, small beside the spread of risks between people. It knows what no model can, the
 * latent state, so its AUC is the best possible.
 *
 * @param state - person, state and local date (days since 1970-01-01) of the cut-off
 * @param futures - how many to simulate, ≥ 1
 * @returns 0–1, or undefined when every future is censored
 */
export const crisisRisk = (
  state: { readonly person: Person; readonly mind: Mind; readonly day: number },
  futures: number,
  random: Random,
): number | undefined => {
  let crises = 0;
  let labelled = 0;
  for (let future = 0; future < futures; future += 1) {
    const label = labelOf(futureFrom(state, random));
    if (label === 'censored') continue;
    labelled += 1;
    crises += label;
  }
  return labelled === 0 ? undefined : crises / labelled;
};

function* futureFrom(
  { person, mind, day }: { person: Person; mind: Mind; day: number },
  random: Random,
): Generator<Expression, void, undefined> {
  let current = mind;
  for (let ahead = 1; ahead <= lookAheadDates; ahead += 1) {
    current = nextMind(person, current, random);
    yield express({ person, mind: current, day: day + ahead }, random);
  }
}

/**
 * The label of a look-ahead that is known as expressions: the rule of the labels, before anything is written down.
 *
 * @param dates - successive local dates; read no further than the label needs
 */
export const labelOf = (dates: Iterable<Expression>): 0 | 1 | 'censored' => {
  let lowRun = 0;
  let moodDates = 0;
  for (const { moods, chats } of dates) {
    if (chats.some(isCrisis) || moods.some(({ note }) => note !== undefined && isCrisis(note))) return 1;
    if (moods.length === 0) {
      lowRun = 0;
      continue;
    }
    moodDates += 1;
    const mean = moods.reduce((sum, { mood }) => sum + mood, 0) / moods.length;
    lowRun = mean <= lowMood ? lowRun + 1 : 0;
    if (lowRun >= lowDatesForCrisis) return 1;
  }
  return moodDates >= moodDatesForNone ? 0 : 'censored';
};

const isCrisis = (kind: Expression['chats'][number]) => crisisKinds.has(kind);

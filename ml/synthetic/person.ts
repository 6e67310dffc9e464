import type { Random } from '../random/seeded-random.ts';
import { drawWritingStyle, type WritingStyle } from './texts/writing-style.ts';
import { timeZoneMix } from './time-zone-mix.ts';

/** What stays the same about one simulated person. */
export interface Person {
  readonly timeZone: string;
  readonly optedOut: boolean;
  /** Dates with the app, if fewer than simulated: a newcomer. */
  readonly joinedDaysAgo: number | undefined;

  /** Chronic hopelessness, standard deviations from the average person. */
  readonly despairTrait: number;
  /** Chronic loneliness, in the same unit. */
  readonly isolationTrait: number;
  /** Lasting tendency to withdraw (negative) or to be agitated (positive), in the same unit. */
  readonly activationTrait: number;

  /** Mood on the scale of 1–10 on an average day in an average state. */
  readonly baselineMood: number;
  /** Mood points lost per unit of despair. */
  readonly reactivity: number;
  /** Standard deviation of the mood from date to date, points. */
  readonly moodNoise: number;
  /** Mood points by weekday, Sunday first, mean about 0. */
  readonly weekRhythm: readonly number[];

  /** Probability of a mood entry on a date. */
  readonly loggingHabit: number;
  /** Mean number of further entries on a date with one. */
  readonly furtherEntries: number;
  /** Probability that an entry has a note, and that it has tags. */
  readonly noteHabit: number;
  readonly tagHabit: number;
  /** Means per date in an average state. */
  readonly chatsPerDay: number;
  readonly sessionsPerDay: number;
  readonly selfiesPerDay: number;
  /** Median length of a session in an average state. */
  readonly sessionSeconds: number;
  /** Local hour around which they write, before midnight. */
  readonly favouriteHour: number;
  readonly writesOffsets: boolean;
  readonly style: WritingStyle;
}

const optOutShare = 0.03;
const newcomerShare = 0.08;
/** Despair and loneliness go together in people, though far from always (Joiner 2005). */
const traitCorrelation = 0.5;
/** Chronic parts have these variances; what comes and goes makes up the rest to 1. */
export const despairTraitVariance = 0.94;
export const isolationTraitVariance = 0.94;
export const activationTraitVariance = 0.94;

/** Draws a person; all that is lasting about them is decided here. */
export const drawPerson = (random: Random): Person => {
  const between = (low: number, high: number) => low + (high - low) * random.next();
  const first = random.normal();
  const second = traitCorrelation * first + Math.sqrt(1 - traitCorrelation ** 2) * random.normal();
  const weekendLift = 0.25 + 0.3 * random.normal();
  const mondayDip = 0.2 * random.next();
  return {
    timeZone: timeZoneMix[random.int(timeZoneMix.length)]!,
    optedOut: random.bernoulli(optOutShare),
    joinedDaysAgo: random.bernoulli(newcomerShare) ? 12 + random.int(45) : undefined,
    despairTrait: Math.sqrt(despairTraitVariance) * first,
    isolationTrait: Math.sqrt(isolationTraitVariance) * second,
    activationTrait: Math.sqrt(activationTraitVariance) * random.normal(),
    baselineMood: 6.4 + 0.15 * random.normal(),
    reactivity: between(1.5, 1.6),
    moodNoise: between(0.4, 0.7),
    weekRhythm: [0, 1, 2, 3, 4, 5, 6].map(
      (weekday) =>
        (weekday % 6 === 0 ? weekendLift * (5 / 7) : weekendLift * (-2 / 7)) -
        (weekday === 1 ? mondayDip : 0),
    ),
    loggingHabit: random.bernoulli(0.1) ? between(0.5, 0.7) : between(0.75, 0.97),
    furtherEntries: between(0.3, 0.4),
    noteHabit: between(0.65, 0.8),
    tagHabit: between(0.75, 0.95),
    chatsPerDay: between(0.45, 0.5),
    sessionsPerDay: between(0.4, 0.5),
    selfiesPerDay: between(0.08, 0.2),
    sessionSeconds: between(185, 215),
    favouriteHour: between(8, 21),
    writesOffsets: random.bernoulli(0.08),
    style: drawWritingStyle(random),
  };
};

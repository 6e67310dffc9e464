import type { Random } from '../random/seeded-random.ts';
import { type Feeling, livelinessOf } from './feeling.ts';
import { feelingOf, type Mind } from './mind.ts';
import type { Person } from './person.ts';
import type { TextKind } from './texts/text-kind.ts';

/** What a person lets show on one date: all that a label can depend on. */
export interface Expression {
  readonly moods: readonly { readonly mood: number; readonly note: TextKind | undefined }[];
  readonly chats: readonly TextKind[];
}

/** Share of a habit that is left while somebody has withdrawn. */
export const quietShare = 0.06;
/** Standard deviation between entries of one date, points. */
const withinDateNoise = 0.5;
const assertedPerCrisisText = 0.06;
/** In a crisis people turn to the app on nearly every date. */
const crisisLogging = 0.97;
const keywordByTheWay = 0.0015;
const byTheWayKinds: readonly TextKind[] = ['negated', 'other-person', 'quoted'];

/**
 * Draws the moods and the kinds of texts of one date.
 *
 * Outside a crisis the mood is the person's baseline, their weekday and noise, less what despair takes; in one it
 * is 1 or 2. Whether anything is written at all depends on habit and withdrawal alone.
 *
 * @param day - local date, days since 1970-01-01
 */
export const express = (today: { person: Person; mind: Mind; day: number }, random: Random): Expression => {
  const { person, mind, day } = today;
  const feeling = feelingOf(person, mind);
  const inCrisis = mind.crisisDate > 0;
  const present = mind.quiet ? quietShare : 1;
  const lonelyWeekend = isWeekend(day) ? 0.35 * feeling.isolation : 0;
  const liveliness = livelinessOf(feeling) * Math.exp(lonelyWeekend);
  const expected =
    person.baselineMood + person.weekRhythm[weekdayOf(day)]! - person.reactivity * feeling.despair;
  const dateMood = expected + person.moodNoise * random.normal();
  const drawMood = () =>
    inCrisis ? 1 + random.int(2) : toScale(dateMood + withinDateNoise * random.normal());

  const moods: { mood: number; note: TextKind | undefined }[] = [];
  const habit = inCrisis ? Math.max(person.loggingHabit, crisisLogging) : person.loggingHabit;
  if (random.bernoulli(habit * present)) {
    for (let left = 1 + random.poisson(person.furtherEntries * liveliness); left > 0; left -= 1) {
      const mood = drawMood();
      const note = random.bernoulli(person.noteHabit)
        ? drawTextKind({ mood, feeling, inCrisis }, random)
        : undefined;
      moods.push({ mood, note });
    }
  }
  const chats: TextKind[] = [];
  for (let left = random.poisson(person.chatsPerDay * liveliness * present); left > 0; left -= 1) {
    chats.push(drawTextKind({ mood: drawMood(), feeling, inCrisis }, random));
  }
  return { moods, chats };
};

const isWeekend = (day: number) => weekdayOf(day) % 6 === 0;

/** Weekday of a date, 0 for Sunday; 1970-01-01 was a Thursday. */
const weekdayOf = (day: number) => (((day + 4) % 7) + 7) % 7;

const toScale = (mood: number) => Math.min(Math.max(Math.round(mood), 1), 10);

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

const drawTextKind = (
  moment: { mood: number; feeling: Feeling; inCrisis: boolean },
  random: Random,
): TextKind => {
  const { mood, feeling, inCrisis } = moment;
  if (inCrisis && random.bernoulli(assertedPerCrisisText)) return 'asserted';
  if (random.bernoulli(keywordByTheWay)) return byTheWayKinds[random.int(byTheWayKinds.length)]!;
  if (random.bernoulli(logistic(-1.7 + 2 * feeling.isolation))) return 'isolation';
  if (random.bernoulli(logistic(-1.9 + 1.6 * feeling.despair))) return 'despair';
  if (random.bernoulli(0.1 * Math.exp(0.2 * feeling.despair - 0.6 * feeling.isolation))) return 'help';
  const brightness = logistic(1.1 * (mood - 5.5));
  if (random.bernoulli(0.35)) return 'even';
  return random.bernoulli(brightness) ? 'bright' : 'low';
};

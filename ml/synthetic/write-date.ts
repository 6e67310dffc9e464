import type { Random } from '../random/seeded-random.ts';
import { drawMoment, type PersonDate } from './draw-moment.ts';
import type { Expression } from './expression.ts';
import { livelinessOf } from './feeling.ts';
import { drawEmotions, drawTags, type Happening } from './items.ts';
import { writeText } from './texts/write-text.ts';
import type { Usage } from './usage.ts';

/**
 * Turns what is expressed on one date, and how the app is used, into happenings with their instants and texts.
 *
 * @returns in order of drawing, not of time
 */
export const writeDate = (
  today: PersonDate,
  said: { readonly expression: Expression; readonly usage: Usage },
  random: Random,
): Happening[] => {
  const { expression, usage } = said;
  const { style, baselineMood } = today.person;
  const voice = { style, liveliness: livelinessOf(today.feeling) };
  const now = () => drawMoment(today, random);
  const usualMood = expression.moods[0]?.mood ?? Math.round(baselineMood);

  const moods = expression.moods.map(
    ({ mood, note }): Happening => ({
      type: 'MOOD',
      at: now(),
      attributes: {
        mood,
        ...(note === undefined ? {} : { notes: writeText(note, voice, random) }),
        ...(random.bernoulli(usage.tagProbability) ? { tags: drawTags(mood, random) } : {}),
      },
    }),
  );
  const chats = expression.chats.map(
    (kind): Happening => ({
      type: 'CHAT',
      at: now(),
      attributes: {
        userMessage: writeText(kind, voice, random),
        ...(random.bernoulli(0.5) ? { wellnessScore: usualMood * 10 - random.int(10) } : {}),
      },
    }),
  );
  const selfies = Array.from(
    { length: usage.selfies },
    (): Happening => ({
      type: 'SELFIE',
      at: now(),
      attributes: random.bernoulli(0.8) ? { emotions: drawEmotions(usualMood, random) } : {},
    }),
  );
  const sessions = usage.sessionsSeconds.map(
    (durationSeconds): Happening => ({ type: 'SESSION', at: now(), attributes: { durationSeconds } }),
  );
  return [...moods, ...chats, ...selfies, ...sessions];
};

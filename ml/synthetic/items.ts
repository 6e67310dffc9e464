import type { Random } from '../random/seeded-random.ts';
import type { Person } from './person.ts';
import type { SyntheticItem } from './synthetic-item.ts';

const brightTags = ['friends', 'family', 'exercise', 'nature', 'music', 'rest', 'hobby', 'food'] as const;
const darkTags = ['work', 'money', 'sleep', 'health', 'conflict', 'news', 'school'] as const;

/** An item before it has its keys: type, instant and what its type adds. */
export interface Happening {
  readonly type: 'MOOD' | 'CHAT' | 'SELFIE' | 'SESSION';
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly attributes: Readonly<Record<string, SyntheticItem[string]>>;
}

/**
 * The profile of a person: the only item with a `userId`, so that the index on it holds profiles alone.
 *
 * A zone of UTC is the default and stays unsaid.
 */
export const profileItem = (userId: string, person: Person): SyntheticItem => ({
  PK: `USER#${userId}`,
  SK: 'PROFILE',
  type: 'PROFILE',
  userId,
  ...(person.timeZone === 'UTC' ? {} : { timezone: person.timeZone }),
  ...(person.optedOut ? { mlOptOut: true } : {}),
});

/**
 * A happening as an item of the table.
 *
 * @param offsetMs - what local clocks are ahead of UTC, if the timestamp is to be written with an offset
 */
export const happeningItem = (
  userId: string,
  happening: Happening,
  offsetMs: number | undefined,
): SyntheticItem => {
  const iso = new Date(happening.at).toISOString();
  return {
    PK: `USER#${userId}`,
    SK: `${happening.type}#${iso}`,
    type: happening.type,
    timestamp: offsetMs === undefined ? iso : isoWithOffset(happening.at, offsetMs),
    ...happening.attributes,
  };
};

/**
 * An instant as local time with its offset.
 *
 * @example
 * isoWithOffset(0, 20_700_000) // => '1970-01-01T05:45:00.000+05:45'
 * isoWithOffset(0, -12_600_000) // => '1969-12-31T20:30:00.000-03:30'
 */
export const isoWithOffset = (at: number, offsetMs: number): string => {
  const minutes = Math.abs(offsetMs) / 60_000;
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const offset = `${offsetMs < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
  return new Date(at + offsetMs).toISOString().replace('Z', offset);
};

/** One to three tags that suit the mood. */
export const drawTags = (mood: number, random: Random): readonly string[] => {
  const from: readonly string[] = random.bernoulli(mood / 11) ? brightTags : darkTags;
  return random.shuffle(from).slice(0, 1 + random.int(3));
};

/** What face analysis would say of a selfie: two emotions with confidences in per cent. */
export const drawEmotions = (mood: number, random: Random) => {
  const first = Math.round(500 + 450 * random.next()) / 10;
  const second = Math.round((100 - first) * 10 * random.next()) / 10;
  const glad = random.bernoulli(mood / 11);
  return [
    { type: glad ? 'HAPPY' : 'SAD', confidence: first },
    { type: 'CALM', confidence: second },
  ];
};

import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { AppSession, ChatMessage, MoodEntry, Selfie } from '../../../ml/features/journal.ts';
import { parseTimestamp } from '../../../ml/time/parse-timestamp.ts';

export type StoredItem = Readonly<Record<string, AttributeValue>>;

const unparsable = undefined;

/** A mood item, or undefined where any attribute is not what the table promises. Unread attributes are absent. */
export const parseMood = (item: StoredItem): MoodEntry | undefined => {
  const at = instantOf(item);
  const mood = numberOf(item['mood']);
  if (at === undefined || mood === undefined || mood < 1 || mood > 10) return unparsable;
  const notes = item['notes'];
  if (notes !== undefined && notes.S === undefined) return unparsable;
  const tags = item['tags'] === undefined ? undefined : textsOf(item['tags']);
  if (item['tags'] !== undefined && tags === undefined) return unparsable;
  return {
    at,
    mood,
    ...(notes?.S === undefined ? {} : { notes: notes.S }),
    ...(tags === undefined ? {} : { tags }),
  };
};

/** A chat item; a message that is not a text makes it unparsable. */
export const parseChat = (item: StoredItem): ChatMessage | undefined => {
  const at = instantOf(item);
  const text = item['userMessage']?.S;
  return at === undefined || text === undefined ? unparsable : { at, text };
};

/** A selfie item; only when it was taken is read. */
export const parseSelfie = (item: StoredItem): Selfie | undefined => {
  const at = instantOf(item);
  return at === undefined ? unparsable : { at };
};

/** A session item; its duration must be a number of seconds ≥ 0. */
export const parseSession = (item: StoredItem): AppSession | undefined => {
  const at = instantOf(item);
  const durationSeconds = numberOf(item['durationSeconds']);
  return at === undefined || durationSeconds === undefined || durationSeconds < 0
    ? unparsable
    : { at, durationSeconds };
};

/** `timestamp` is authoritative; `ts` stands in only where it is absent. */
const instantOf = (item: StoredItem): number | undefined => {
  const text = (item['timestamp'] ?? item['ts'])?.S;
  return text === undefined ? undefined : parseTimestamp(text);
};

/** DynamoDB keeps 38 digits and exponents beyond a double's: what does not fit is no number here. */
const numberOf = (value: AttributeValue | undefined): number | undefined => {
  if (value?.N === undefined) return undefined;
  const number = Number(value.N);
  return Number.isFinite(number) ? number : undefined;
};

const textsOf = (value: AttributeValue): readonly string[] | undefined => {
  if (value.L === undefined) return undefined;
  const texts: string[] = [];
  for (const entry of value.L) {
    if (entry.S === undefined) return undefined;
    texts.push(entry.S);
  }
  return texts;
};

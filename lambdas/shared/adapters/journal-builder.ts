import type { AppSession, ChatMessage, MoodEntry, Selfie } from '../../../ml/features/journal.ts';
import type { JournalReading } from '../ports/journal-reader.ts';
import type { Profile } from '../ports/profiles.ts';
import { parseChat, parseMood, parseSelfie, parseSession, type StoredItem } from './parse-journal-item.ts';
import { defaultProfile, parseProfile } from './parse-profile.ts';

export interface JournalBuilder {
  /** Takes in one stored item; of a kind that is no part of a journal, it is passed over. */
  add(item: StoredItem): void;
  /** Counts items that were found wrong before they came here. */
  skip(items: number): void;
  isEmpty(): boolean;
  build(): JournalReading;
}

/**
 * Collects one person's items in any order into a journal.
 *
 * `add` throws UnparsableProfileError for a wrong profile; other wrong items are counted and left out.
 */
export const makeJournalBuilder = (): JournalBuilder => {
  const moods: MoodEntry[] = [];
  const chats: ChatMessage[] = [];
  const selfies: Selfie[] = [];
  const sessions: AppSession[] = [];
  let profile: Profile = defaultProfile;
  let seen = 0;
  let skippedItems = 0;

  const keep = <Entry>(list: Entry[], entry: Entry | undefined) => {
    if (entry === undefined) skippedItems += 1;
    else list.push(entry);
  };
  return {
    add: (item) => {
      seen += 1;
      const sortKey = item['SK']?.S ?? '';
      if (sortKey.startsWith('MOOD#')) keep(moods, parseMood(item));
      else if (sortKey.startsWith('CHAT#')) keep(chats, parseChat(item));
      else if (sortKey.startsWith('SELFIE#')) keep(selfies, parseSelfie(item));
      else if (sortKey.startsWith('SESSION#')) keep(sessions, parseSession(item));
      else if (sortKey === 'PROFILE') profile = parseProfile(item);
    },
    skip: (items) => {
      seen += items;
      skippedItems += items;
    },
    isEmpty: () => seen === 0,
    build: () => ({
      journal: {
        timeZone: profile.timeZone,
        moods: moods.sort(byTime),
        chats: chats.sort(byTime),
        selfies: selfies.sort(byTime),
        sessions: sessions.sort(byTime),
      },
      optedOut: profile.optedOut,
      skippedItems,
    }),
  };
};

const byTime = (a: { readonly at: number }, b: { readonly at: number }) => a.at - b.at;

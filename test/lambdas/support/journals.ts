import type { JournalReading } from '../../../lambdas/shared/ports/journal-reader.ts';
import type { Journal, MoodEntry } from '../../../ml/features/journal.ts';

const msPerDay = 86_400_000;

/** The default asOf at the fake clock's time: nine dates before 2025-06-20, its end in UTC. */
export const asOf = Date.parse('2025-06-11T23:59:59.999Z');

export interface Person {
  /** Mood on each of the seven dates after asOf; none: silence. */
  readonly ahead: readonly number[];
  readonly note?: string;
  readonly historyDays?: number;
  readonly optedOut?: boolean;
  readonly skippedItems?: number;
}

/** Someone who wrote a mood at noon on each of the last dates up to asOf, and what followed. */
export const journalOf = ({ ahead, note, historyDays = 90, ...rest }: Person): JournalReading => {
  const noon = (day: number) => asOf - msPerDay / 2 + day * msPerDay;
  const moods: MoodEntry[] = [
    ...Array.from({ length: historyDays }, (_, index) => ({ at: noon(index + 1 - historyDays), mood: 6 })),
    ...ahead.map((mood, index) => ({ at: noon(index + 1), mood })),
  ];
  if (note !== undefined) moods.push({ at: noon(7), mood: 6, notes: note });
  const journal: Journal = { timeZone: 'UTC', moods, chats: [], selfies: [], sessions: [] };
  return { journal, optedOut: rest.optedOut ?? false, skippedItems: rest.skippedItems ?? 0 };
};

export const calm: Person = { ahead: [6, 7, 6, 5, 6, 7, 6] };
export const crisis: Person = { ahead: [2, 1, 2, 5, 6, 5, 6] };
export const silent: Person = { ahead: [6] };

/** People by id: `user-00`, `user-01`, … */
export const people = (persons: readonly Person[]): Map<string, JournalReading> =>
  new Map(persons.map((person, index) => [`user-${String(index).padStart(2, '0')}`, journalOf(person)]));

/** Enough for a dataset: eight calm, four in crisis. */
export const twelve = (): Map<string, JournalReading> =>
  people([...Array<Person>(8).fill(calm), ...Array<Person>(4).fill(crisis)]);

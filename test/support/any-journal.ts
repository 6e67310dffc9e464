import fc from 'fast-check';
import type { Journal } from '../../ml/features/journal.ts';

export const manyZones = [
  'UTC',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Europe/Berlin',
  'America/Goose_Bay',
  'Africa/Casablanca',
] as const;

/** Changes of clocks in Berlin, St John's, Lord Howe; leap day; Apia's missing date; Goose Bay's hour of yesterday. */
const notableInstants = [
  Date.UTC(2024, 2, 31, 1),
  Date.UTC(2024, 9, 27, 1),
  Date.UTC(2024, 2, 10, 5, 30),
  Date.UTC(2024, 9, 5, 15, 30),
  Date.UTC(2024, 1, 29, 12),
  Date.UTC(2011, 11, 30, 10),
  Date.UTC(2010, 10, 7, 3, 1),
];

const hour = 3_600_000;

export const anyCutoff = fc
  .tuple(fc.constantFrom(...notableInstants), fc.integer({ min: -100 * hour, max: 100 * hour }))
  .map(([instant, shift]) => instant + shift);

export const anyText = fc.oneof(
  fc.constantFrom(
    '',
    'not suicidal',
    'I want to die',
    'Suicide Squad',
    'all good',
    'need help, so alone',
    'ok :)',
  ),
  fc.string({ maxLength: 20 }),
);

/** What happens `shift` milliseconds from a cut-off, for any journal around it. */
export const anyJournal = (cutoff: number): fc.Arbitrary<Journal> => {
  const at = fc
    .oneof(
      fc.integer({ min: -40 * 24, max: 12 * 24 }).map((hours) => hours * hour),
      fc.integer({ min: -5, max: 5 }),
    )
    .map((shift) => cutoff + shift);
  const list = <Item extends { at: number }>(item: fc.Arbitrary<Item>) =>
    fc.array(item, { maxLength: 25 }).map((items) => items.sort((one, other) => one.at - other.at));
  return fc.record({
    timeZone: fc.constantFrom(...manyZones),
    moods: list(
      fc.record(
        {
          at,
          mood: fc.integer({ min: 1, max: 10 }),
          notes: anyText,
          tags: fc.array(fc.constant('walk'), { maxLength: 2 }),
        },
        { requiredKeys: ['at', 'mood'] },
      ),
    ),
    chats: list(fc.record({ at, text: anyText })),
    selfies: list(fc.record({ at })),
    sessions: list(fc.record({ at, durationSeconds: fc.integer({ min: 0, max: 7200 }) })),
  });
};

/** A journal with a cut-off in the midst of it. */
export const anyJournalWithCutoff = anyCutoff.chain((cutoff) =>
  anyJournal(cutoff).map((journal) => ({ cutoff, journal })),
);

type Side = 'up to' | 'after';

/** Another journal's items on one side of the cut-off, this one's on the other. */
export const withItemsOf = (journal: Journal, other: Journal, side: Side, cutoff: number): Journal => {
  const isReplaced = ({ at }: { readonly at: number }) => (side === 'after' ? at > cutoff : at <= cutoff);
  const mix = <Item extends { readonly at: number }>(kept: readonly Item[], taken: readonly Item[]) =>
    [...kept.filter((item) => !isReplaced(item)), ...taken.filter(isReplaced)].sort((a, b) => a.at - b.at);
  return {
    timeZone: journal.timeZone,
    moods: mix(journal.moods, other.moods),
    chats: mix(journal.chats, other.chats),
    selfies: mix(journal.selfies, other.selfies),
    sessions: mix(journal.sessions, other.sessions),
  };
};

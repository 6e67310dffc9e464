import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../../../ml/features/journal.ts';
import { labelCrisis } from '../../../ml/labels/label-crisis.ts';
import { parseTimestamp } from '../../../ml/time/parse-timestamp.ts';
import { anyJournal, anyJournalWithCutoff, withItemsOf } from '../../support/any-journal.ts';

const at = (text: string) => parseTimestamp(text)!;
const asOf = at('2024-03-10T23:59:59.999Z');
const nothing: Journal = { timeZone: 'UTC', moods: [], chats: [], selfies: [], sessions: [] };

/** Moods at noon of dates in March 2024. */
const moods = (...entries: readonly (readonly [date: number, mood: number])[]): Journal => ({
  ...nothing,
  moods: entries.map(([date, mood]) => ({ at: at(`2024-03-${date}T12:00Z`), mood })),
});
const calm = moods([11, 6], [12, 6], [13, 6]);
const saying = (text: string, when = '2024-03-12T10:00Z'): Journal => ({
  ...calm,
  chats: [{ at: at(when), text }],
});

const both = (label: 0 | 1 | 'censored') => ({ any: label, asserted: label });

describe('labelCrisis', () => {
  it('calls three successive dates at 2 or below a crisis', () => {
    expect(labelCrisis(moods([11, 2], [12, 1], [13, 2]), asOf)).toEqual(both(1));
    expect(labelCrisis(moods([14, 5], [15, 2], [16, 1], [17, 2]), asOf)).toEqual(both(1));
  });

  it('does not, with a gap or a better date between', () => {
    expect(labelCrisis(moods([11, 2], [12, 1], [14, 2], [15, 1]), asOf)).toEqual(both(0));
    expect(labelCrisis(moods([11, 2], [12, 1], [13, 2.1], [14, 2]), asOf)).toEqual(both(0));
  });

  it('judges a date by the mean of its entries', () => {
    const twiceADay: Journal = {
      ...nothing,
      moods: ['11T08', '11T20', '12T08', '12T20', '13T08', '13T20'].map((when, i) => ({
        at: at(`2024-03-${when}:00Z`),
        mood: i % 2 === 0 ? 1 : 3, // mean 2
      })),
    };
    expect(labelCrisis(twiceADay, asOf)).toEqual(both(1));
  });

  it('looks no further than the seventh local date after that of asOf', () => {
    expect(labelCrisis(moods([16, 2], [17, 2], [18, 2]), asOf)).toEqual(both('censored'));
    expect(labelCrisis(saying('I want to die', '2024-03-17T23:59:59.999Z'), asOf).any).toBe(1);
    expect(labelCrisis(saying('I want to die', '2024-03-18T00:00Z'), asOf).any).toBe(0);
    const inKathmandu = { ...saying('I want to die', '2024-03-17T18:15Z'), timeZone: 'Asia/Kathmandu' };
    // asOf is already the 11th there, so the 18th still counts, to 18:14:59.999 UTC.
    expect(labelCrisis(inKathmandu, asOf).any).toBe(1);
    expect(
      labelCrisis({ ...inKathmandu, chats: [{ at: at('2024-03-18T18:15Z'), text: 'suicide' }] }, asOf).any,
    ).toBe(0);
  });

  it('begins right after asOf, on the rest of its date', () => {
    const morning = at('2024-03-10T08:00Z');
    const rest: Journal = {
      ...nothing,
      moods: ['10T08:00', '10T09:00', '11T09:00', '12T09:00'].map((when, i) => ({
        at: at(`2024-03-${when}Z`),
        mood: i === 0 ? 10 : 1,
      })),
    };
    expect(labelCrisis(rest, morning)).toEqual(both(1));
    expect(labelCrisis(rest, morning - 1)).toEqual(both(0)); // now the 10 counts: mean of its date 5.5
  });

  it.each([
    ['I want to die', { any: 1, asserted: 1 }],
    ['su1c1de', { any: 1, asserted: 1 }],
    ["I'm not suicidal", { any: 1, asserted: 0 }],
    ['my brother is suicidal', { any: 1, asserted: 0 }],
    ['Suicide Squad', { any: 1, asserted: 0 }],
    ['homicide', { any: 0, asserted: 0 }],
  ])('labels %j as %j', (text, expected) => {
    expect(labelCrisis(saying(text), asOf)).toEqual(expected);
  });

  it('reads notes of moods as well', () => {
    const noted = { ...nothing, moods: [{ at: at('2024-03-12T10:00Z'), mood: 5, notes: 'want to die' }] };
    expect(labelCrisis(noted, asOf)).toEqual(both(1));
  });

  it('censors a look-ahead of fewer than three recorded dates: silence is not health', () => {
    expect(labelCrisis(nothing, asOf)).toEqual(both('censored'));
    expect(labelCrisis(moods([11, 9], [12, 9]), asOf)).toEqual(both('censored'));
    expect(labelCrisis(calm, asOf)).toEqual(both(0));
    const chatty = {
      ...nothing,
      chats: [11, 12, 13, 14].map((date) => ({ at: at(`2024-03-${date}`), text: 'hi' })),
    };
    expect(labelCrisis(chatty, asOf)).toEqual(both('censored'));
    const denied = { ...nothing, chats: [{ at: at('2024-03-12'), text: 'not suicidal' }] };
    expect(labelCrisis(denied, asOf)).toEqual({ any: 1, asserted: 'censored' });
  });

  it('does not change, whatever happened up to asOf', () => {
    fc.assert(
      fc.property(
        anyJournalWithCutoff.chain(({ cutoff, journal }) =>
          anyJournal(cutoff).map((other) => ({ cutoff, journal, other })),
        ),
        ({ cutoff, journal, other }) => {
          const changed = withItemsOf(journal, other, 'up to', cutoff);
          expect(labelCrisis(changed, cutoff)).toEqual(labelCrisis(journal, cutoff));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is never less under "any" than under "asserted"', () => {
    fc.assert(
      fc.property(anyJournalWithCutoff, ({ cutoff, journal }) => {
        const { any, asserted } = labelCrisis(journal, cutoff);
        if (asserted === 1) expect(any).toBe(1);
        if (any !== 1) expect(asserted).toBe(any);
      }),
    );
  });
});

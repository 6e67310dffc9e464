import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBook } from '../../../../lambdas/shared/alert-book/change-book.ts';
import { emptyBook } from '../../../../lambdas/shared/alert-book/empty-book.ts';
import { fitsBudget } from '../../../../lambdas/shared/alert-book/fits-budget.ts';
import {
  type EpisodeContext,
  recordAnomalies,
} from '../../../../lambdas/shared/alert-book/record-anomalies.ts';
import { recordFeedback, thresholdFactor } from '../../../../lambdas/shared/alert-book/threshold-factor.ts';
import type { AlertBook, Verdict } from '../../../../lambdas/shared/ports/alert-books.ts';
import { memoryAlertBooks } from '../../support/memory-alert-books.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const firstMs = Date.UTC(2026, 0, 1);

const context = (): EpisodeContext => {
  let ids = 0;
  return { newId: () => `e${++ids}`, dayOf: (moment) => Math.floor(moment / dayMs) };
};
const anomaly = (minutes: number, score = 0.8) => ({ timestampMs: firstMs + minutes * minuteMs, score });
const said = (episodeId: string, verdict: Verdict) => ({ episodeId, verdict, atMs: 0 });

describe('a book of alerts', () => {
  it('makes one episode of anomalies less than half an hour apart, whatever order they come in', () => {
    const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(minutes, fc.nat(), (moments, cut) => {
        const sorted = moments.toSorted((a, b) => a - b);
        const book = recordAnomalies(
          emptyBook,
          moments.map((moment) => anomaly(moment)),
          context(),
        );
        const quiet = sorted.filter((moment, index) => index > 0 && moment - (sorted[index - 1] ?? 0) >= 30);
        expect(book.episodes).toHaveLength(1 + quiet.length);
        // Entering part of it again, or all, changes nothing.
        const again = moments.slice(cut % moments.length).map((moment) => anomaly(moment));
        expect(recordAnomalies(book, again, context())).toBe(book);
      }),
    );
  });

  it('remembers the highest score, the first and the last moment of an episode', () => {
    const once = recordAnomalies(emptyBook, [anomaly(10, 0.75)], context());
    const book = recordAnomalies(once, [anomaly(20, 0.9), anomaly(0, 0.8)], context());
    expect(book.episodes).toEqual([
      { id: 'e1', startMs: firstMs, endMs: firstMs + 20 * minuteMs, peakScore: 0.9, alert: 'due' },
    ]);
  });

  it('never lets alerts fall on more than four days of any thirty, whatever order the days come in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 80 }), (days) => {
        const accepted: number[] = [];
        for (const day of days) {
          if (!fitsBudget(accepted, day)) continue;
          if (!accepted.includes(day)) accepted.push(day);
          accepted.sort((a, b) => a - b);
        }
        for (let first = -30; first <= 120; first++) {
          const within = accepted.filter((day) => day >= first && day < first + 30);
          expect(within.length).toBeLessThanOrEqual(4);
        }
      }),
    );
  });

  it('stays small, and alerts of nothing that it has forgotten', () => {
    let book: AlertBook = emptyBook;
    const shared = context();
    for (let index = 0; index < 400; index++) book = recordAnomalies(book, [anomaly(index * 60)], shared);
    expect(book.episodes).toHaveLength(300);
    expect(recordAnomalies(book, [anomaly(0)], shared)).toBe(book);
    expect(JSON.stringify(book).length).toBeLessThan(60_000);
  });
});

describe('feedback', () => {
  it('raises by 10 % a false alarm, up to three times, and lowers as much, never below once', () => {
    let book: AlertBook = emptyBook;
    const factors = Array.from({ length: 14 }, (_, index) => {
      book = recordFeedback(book, said(`e${index}`, 'false-alarm'));
      return thresholdFactor(book);
    });
    expect(factors[0]).toBeCloseTo(1.1, 12);
    expect(factors[1]).toBeCloseTo(1.21, 12);
    // 1.1^11 = 2.853…, and the twelfth would be 3.138….
    expect(factors[10]).toBeCloseTo(2.853_116_706_11, 10);
    expect(factors.slice(11)).toEqual([3, 3, 3]);
    book = recordFeedback(book, said('confirmed', 'confirmed'));
    expect(thresholdFactor(book)).toBeCloseTo(3 / 1.1, 12);
    expect(thresholdFactor(recordFeedback(emptyBook, said('e', 'confirmed')))).toBe(1);
  });

  it('said twice counts once, and the opposite takes it back', () => {
    const once = recordFeedback(emptyBook, said('e', 'false-alarm'));
    expect(recordFeedback(once, said('e', 'false-alarm'))).toBe(once);
    expect(thresholdFactor(recordFeedback(once, said('e', 'confirmed')))).toBe(1);
  });

  it('keeps its effect when it is no longer kept itself', () => {
    let book: AlertBook = emptyBook;
    for (let index = 0; index < 250; index++) book = recordFeedback(book, said(`e${index}`, 'false-alarm'));
    expect(book.feedback).toHaveLength(200);
    expect(book.baseFactor).toBe(3);
    expect(thresholdFactor(book)).toBe(3);
  });

  it('never leaves the range from 1 to 3', () => {
    const verdicts = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom<Verdict>('false-alarm', 'confirmed')),
      { maxLength: 300 },
    );
    fc.assert(
      fc.property(verdicts, (all) => {
        const book = all.reduce(
          (before, [episode, verdict]) => recordFeedback(before, said(`e${episode}`, verdict)),
          emptyBook,
        );
        expect(thresholdFactor(book)).toBeGreaterThanOrEqual(1);
        expect(thresholdFactor(book)).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe('changing a book', () => {
  it('loses no change of those that come at once', async () => {
    const { books, bookOf } = memoryAlertBooks();
    const shared = context();
    const moments = Array.from({ length: 10 }, (_, index) => index * 60);
    await Promise.all(
      moments.map((moment) =>
        changeBook(books, 'ada', (book) => recordAnomalies(book, [anomaly(moment)], shared)),
      ),
    );
    expect(bookOf('ada').episodes).toHaveLength(10);
  });

  it('gives up when somebody else always comes first', async () => {
    const { books } = memoryAlertBooks();
    const busy = { ...books, replace: async () => false };
    const change = changeBook(busy, 'ada', (book) => ({ ...book, baseFactor: 2 }));
    await expect(change).rejects.toThrow('changed at every try');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyStageBook,
  NothingToRollBackError,
  promote,
  rollBack,
  StageBook,
  StageConflictError,
  stageOf,
} from '../../../ml/evaluation/stage-book.ts';

const at = '2026-11-21T00:00:00.000Z';
const to = (book: StageBook, version: number, stage: 'staging' | 'production') =>
  promote(book, { version, to: stage }, { at });
const into = (book: StageBook, version: number) => to(to(book, version, 'staging'), version, 'production');

describe('a stage book', () => {
  it('sends what was in production back to staging, and remembers it', () => {
    const book = into(into(emptyStageBook, 1), 2);
    expect([1, 2, 3].map((version) => stageOf(book, version))).toEqual([
      'staging',
      'production',
      'development',
    ]);
    expect(rollBack(book, { at, reason: 'slow' })).toMatchObject({ production: 1, staging: [2] });
  });

  it('goes further back with each rollback, until there is none', () => {
    const book = into(into(into(emptyStageBook, 1), 2), 3);
    const once = rollBack(book, { at });
    const twice = rollBack(once, { at });
    expect([once.production, twice.production]).toEqual([2, 1]);
    expect(() => rollBack(twice, { at })).toThrow(NothingToRollBackError);
  });

  it('changes nothing when a version is there already', () => {
    const book = to(emptyStageBook, 1, 'staging');
    expect(to(book, 1, 'staging')).toBe(book);
  });

  it('skips no stage and leads no version back', () => {
    expect(() => to(emptyStageBook, 1, 'production')).toThrow(StageConflictError);
    expect(() => to(into(emptyStageBook, 1), 1, 'staging')).toThrow(StageConflictError);
  });

  it('has each version in one place, at most one in production, and counts its changes, whatever is done', () => {
    const step = fc.oneof(
      fc.record({ version: fc.integer({ min: 1, max: 4 }), to: fc.constantFrom('staging', 'production') }),
      fc.constant('back' as const),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let book: StageBook = emptyStageBook;
        for (const one of steps) {
          const before = book;
          try {
            book =
              one === 'back'
                ? rollBack(book, { at })
                : promote(
                    book,
                    { version: one.version, to: one.to === 'staging' ? 'staging' : 'production' },
                    { at },
                  );
          } catch (error) {
            expect(error).toSatisfy(
              (thrown) => thrown instanceof StageConflictError || thrown instanceof NothingToRollBackError,
            );
          }
          expect(book.revision - before.revision).toBe(book === before ? 0 : 1);
          const places = [...book.staging, ...(book.production === null ? [] : [book.production])];
          expect(new Set(places).size).toBe(places.length);
          expect(book.formerProduction).not.toContain(book.production);
          StageBook.parse(book);
        }
      }),
    );
  });
});

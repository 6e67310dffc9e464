import * as z from 'zod';
import { DomainError } from '../domain-error.ts';

/** Where a model version is on its way; the environments of the data preparation guide. */
export const Environment = z.enum(['development', 'staging', 'production']);
export type Environment = z.infer<typeof Environment>;

/** A version that changed its place. */
export const StageChange = z.strictObject({
  /** ISO 8601. */
  at: z.string(),
  version: z.int().min(1),
  from: Environment,
  to: Environment,
  kind: z.enum(['promotion', 'replaced', 'rollback']),
  reason: z.string().optional(),
});
export type StageChange = z.infer<typeof StageChange>;

/** Which versions of one model are where; every other version is in development. */
export const StageBook = z.strictObject({
  /** Grows by one with each change. */
  revision: z.int().min(0),
  production: z.int().min(1).nullable(),
  staging: z.array(z.int().min(1)),
  /** What was in production before, the latest last: where a rollback goes to. */
  formerProduction: z.array(z.int().min(1)),
  /** The latest last, at most 200. */
  history: z.array(StageChange),
});
export type StageBook = z.infer<typeof StageBook>;

export const emptyStageBook: StageBook = {
  revision: 0,
  production: null,
  staging: [],
  formerProduction: [],
  history: [],
};

const historyLength = 200;

/** The version cannot go there from where it is. */
export class StageConflictError extends DomainError {
  readonly code = 'stage-conflict';

  constructor(version: number, { from, to }: { readonly from: Environment; readonly to: Environment }) {
    super(
      `Version ${version} is in ${from} and cannot be promoted to ${to}: the way is development, staging, production, and back by a rollback.`,
      { version, from, to },
    );
  }
}

/** No version was in production before the present one. */
export class NothingToRollBackError extends DomainError {
  readonly code = 'nothing-to-roll-back';

  constructor() {
    super('No other version was in production before; promote one instead.');
  }
}

/** Where a version is. */
export const stageOf = (book: StageBook, version: number): Environment => {
  if (book.production === version) return 'production';
  return book.staging.includes(version) ? 'staging' : 'development';
};

interface Occasion {
  /** ISO 8601. */
  readonly at: string;
  readonly reason?: string | undefined;
}

const changed = (
  book: StageBook,
  next: Pick<StageBook, 'production' | 'staging' | 'formerProduction'>,
  changes: readonly StageChange[],
): StageBook => ({
  ...next,
  revision: book.revision + 1,
  history: [...book.history, ...changes].slice(-historyLength),
});

const without = (versions: readonly number[], ...left: readonly (number | null)[]): number[] =>
  versions.filter((version) => !left.includes(version));

/**
 * The book after a version went one step on. A version that is put into production sends the present one back to
 * staging. One that is there already changes nothing.
 *
 * @throws {StageConflictError} when the step is none, or leads back
 */
export const promote = (
  book: StageBook,
  { version, to }: { readonly version: number; readonly to: Exclude<Environment, 'development'> },
  { at, reason }: Occasion,
): StageBook => {
  const from = stageOf(book, version);
  if (from === to) return book;
  const because = reason === undefined ? {} : { reason };
  const step: StageChange = { at, version, from, to, kind: 'promotion', ...because };
  if (from === 'development' && to === 'staging') {
    return changed(book, { ...book, staging: [...book.staging, version] }, [step]);
  }
  if (from !== 'staging' || to !== 'production') throw new StageConflictError(version, { from, to });
  const staging = without(book.staging, version);
  const { production: former } = book;
  if (former === null) return changed(book, { ...book, staging, production: version }, [step]);
  return changed(
    book,
    {
      production: version,
      staging: [...staging, former],
      formerProduction: [...without(book.formerProduction, version, former), former],
    },
    [step, { at, version: former, from: 'production', to: 'staging', kind: 'replaced' }],
  );
};

/**
 * The book after the version that was in production before came back; the present one goes to staging, and a second
 * rollback goes further back.
 *
 * @throws {NothingToRollBackError} when there was none before
 */
export const rollBack = (book: StageBook, { at, reason }: Occasion): StageBook => {
  const { production: present } = book;
  const former = book.formerProduction.at(-1);
  if (present === null || former === undefined) throw new NothingToRollBackError();
  const because = reason === undefined ? {} : { reason };
  const back = { at, kind: 'rollback', ...because } as const;
  return changed(
    book,
    {
      production: former,
      staging: [...without(book.staging, former), present],
      formerProduction: book.formerProduction.slice(0, -1),
    },
    [
      { ...back, version: former, from: stageOf(book, former), to: 'production' },
      { ...back, version: present, from: 'production', to: 'staging' },
    ],
  );
};

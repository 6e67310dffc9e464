import { DomainError } from '../../../ml/domain-error.ts';

type Counts = Readonly<Record<string, number>>;

/** Fewer people than a dataset needs have kept a journal long and often enough. */
export class InsufficientUsersError extends DomainError {
  readonly code = 'insufficient-users';

  constructor(counts: Counts & { readonly eligibleUsers: number; readonly minDays: number }) {
    super(
      `${counts.eligibleUsers} users are eligible and at least 10 are needed: their moods must span ${counts.minDays} ` +
        'days, with an entry on half as many. Lower minDays, choose another asOf, or wait for more history.',
      counts,
    );
  }
}

/** Fewer rows than a dataset needs have both features and a label. */
export class InsufficientSamplesError extends DomainError {
  readonly code = 'insufficient-samples';

  constructor(counts: Counts & { readonly rows: number; readonly rowsCensored: number }) {
    super(
      `${counts.rows} rows have a label and at least 10 are needed; ${counts.rowsCensored} were left out because ` +
        'nothing was recorded in the days after. Choose an earlier asOf, raise cutoffsPerUser, or wait.',
      counts,
    );
  }
}

/** So many people failed that the rest would not stand for all. */
export class TooManyFailuresError extends DomainError {
  readonly code = 'too-many-failures';

  constructor(counts: Counts & { readonly usersFailed: number; readonly usersTried: number }) {
    super(
      `${counts.usersFailed} of ${counts.usersTried} users failed, more than maxFailedUserFraction allows. The log ` +
        'has the reasons; repeat with the same idempotencyKey, or raise maxFailedUserFraction.',
      counts,
    );
  }
}

/** The key is bound to other parameters. */
export class IdempotencyConflictError extends DomainError {
  readonly code = 'idempotency-conflict';

  constructor() {
    super('This idempotencyKey was used with other parameters; use a new key, or the same parameters.');
  }
}

/** A later invocation with the same key took this one's place and has not finished. */
export class SupersededError extends DomainError {
  readonly code = 'superseded';

  constructor() {
    super(
      'A later invocation with the same idempotencyKey has taken over and is still at work; invoke again for its answer.',
    );
  }
}

import { DomainError } from '../../ml/domain-error.ts';

/** Nothing is stored for the person asked about. */
export class UserNotFoundError extends DomainError {
  readonly code = 'user-not-found';

  constructor() {
    super('Nothing is stored for this user; check the user id, which is matched exactly.');
  }
}

/** The person keeps their data out of machine learning. */
export class OptedOutError extends DomainError {
  readonly code = 'opted-out';

  constructor() {
    super('This user has opted out of machine learning (mlOptOut), so nothing is computed from their data.');
  }
}

/** The person was erased, and nothing is made of what comes since. */
export class ErasedUserError extends DomainError {
  readonly code = 'erased';

  constructor() {
    super('This user was erased, so nothing is stored; an account for new data needs another user id.');
  }
}

/** So much is stored for a person that reading it would take the memory of everybody who is read beside them. */
export class JournalTooLargeError extends DomainError {
  readonly code = 'journal-too-large';

  constructor(megabytes: number) {
    super(
      `More than ${megabytes} MB are stored for this user, which no journal of years comes to; look at why.`,
      {
        megabytes,
      },
    );
  }
}

/** A profile item that is not what the table promises; guessing a time zone would shift every day. */
export class UnparsableProfileError extends DomainError {
  readonly code = 'unparsable-profile';

  constructor(field: 'timezone' | 'mlOptOut', allowed: string) {
    super(`The profile's ${field} is not ${allowed}; correct it in the PROFILE item.`, { field });
  }
}

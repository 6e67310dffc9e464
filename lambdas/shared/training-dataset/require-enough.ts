import { InsufficientSamplesError, InsufficientUsersError, TooManyFailuresError } from './dataset-errors.ts';
import type { DatasetParameters } from './prepare-request.ts';
import type { SurveyCounts } from './survey-counts.ts';

const minUsers = 10;
const minRows = 10;

export interface Surveyed {
  readonly request: Pick<DatasetParameters, 'minDays' | 'maxFailedUserFraction'>;
  readonly counts: SurveyCounts;
  /** Everyone in the table, also those who were not read. */
  readonly usersConsidered: number;
  /** Those who were to be read. */
  readonly usersTried: number;
}

/**
 * @throws {TooManyFailuresError} when more journals could not be read than the request allows
 * @throws {InsufficientUsersError} when too few people are eligible
 */
export const requireUsers = ({ request, counts, usersConsidered, usersTried }: Surveyed): void => {
  if (counts.usersFailed > request.maxFailedUserFraction * usersTried) {
    throw new TooManyFailuresError({ ...counts, usersConsidered, usersTried });
  }
  if (counts.eligibleUsers < minUsers) {
    throw new InsufficientUsersError({ ...counts, usersConsidered, minDays: request.minDays });
  }
};

export interface Extracted {
  /** People whose features could not be computed. */
  readonly usersFailed: number;
  readonly rows: number;
  readonly rowsCensored: number;
}

/** How many people may fail at their features before a dataset would not stand for all. */
export const maxFailedUsers = ({ request, counts }: Pick<Surveyed, 'request' | 'counts'>): number =>
  request.maxFailedUserFraction * counts.eligibleUsers;

/**
 * @throws {TooManyFailuresError} when the features of more people failed than the request allows
 * @throws {InsufficientSamplesError} when too few rows have features and a label
 */
export const requireRows = (surveyed: Surveyed, extracted: Extracted): void => {
  const { counts, usersConsidered } = surveyed;
  const { rows, rowsCensored } = extracted;
  const usersFailed = counts.usersFailed + extracted.usersFailed;
  if (extracted.usersFailed > maxFailedUsers(surveyed)) {
    const usersTried = counts.eligibleUsers;
    throw new TooManyFailuresError({ ...counts, usersConsidered, usersFailed, usersTried });
  }
  if (rows < minRows) {
    throw new InsufficientSamplesError({ ...counts, usersConsidered, usersFailed, rows, rowsCensored });
  }
};

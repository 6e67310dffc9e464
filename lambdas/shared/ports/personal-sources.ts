import type { PreparationSources } from '../../../ml/features/preparation/preparation-entries.ts';

/** A stretch of time, both ends included, epoch milliseconds. */
export interface TimeRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** All that features of one person are made of. */
export interface PersonalData {
  readonly sources: PreparationSources;
  /** IANA name. */
  readonly timeZone: string;
  readonly optedOut: boolean;
}

/** Everything that is stored of one person, wherever it came from. */
export interface PersonalSources {
  /**
   * Who the person is to us, and a text that is another one whenever anything of theirs has changed that features of
   * this range could be made of: what is cheap to read of it, not the measurements themselves.
   *
   * @returns nothing where nothing is stored of this person
   * @throws {UnparsableProfileError} when the profile names no valid time zone or opt-out
   */
  version(userId: string, range: TimeRange): Promise<PersonVersion | undefined>;
  /** @param person - as `version` gave it a moment before */
  read(userId: string, person: PersonVersion, range: TimeRange): Promise<PersonalData>;
}

/** A person at a moment. */
export interface PersonVersion extends Omit<PersonalData, 'sources'> {
  readonly version: string;
  /** Names of their watches. */
  readonly devices: readonly string[];
  readonly journal: NonNullable<PreparationSources['journal']>;
}

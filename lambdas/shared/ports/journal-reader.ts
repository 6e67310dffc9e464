import type { Journal } from '../../../ml/features/journal.ts';

/**
 * How much of a journal a caller needs: `moods` without their notes, `moods-and-texts` (moods, notes and
 * messages) or `everything` (selfies and sessions too). What is not asked for is not read and comes back empty.
 */
export type JournalPart = 'moods' | 'moods-and-texts' | 'everything';

export interface JournalReading {
  readonly journal: Journal;
  /** Whether the person keeps their data out of machine learning; callers must then drop the rest. */
  readonly optedOut: boolean;
  /** Items that did not parse and were left out. */
  readonly skippedItems: number;
}

export interface JournalReader {
  /**
   * Everything of one part that a person ever recorded.
   *
   * @throws {UserNotFoundError} when nothing at all is stored for this person
   * @throws {JournalTooLargeError} when far more is stored than a journal comes to
   * @throws {UnparsableProfileError} when the profile names no valid time zone or opt-out
   */
  read(userId: string, part: JournalPart): Promise<JournalReading>;
}

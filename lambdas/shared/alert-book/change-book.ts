import type { AlertBook, AlertBooks } from '../ports/alert-books.ts';

/** Rounds in which somebody else may come first; the calls of one person at once are rarely more than a few. */
const maxRounds = 50;

/**
 * Changes a person's book, whoever else is changing it: reads it, and replaces it where it is still as it was.
 *
 * @param change - gives the same book back where there is nothing to change; called once a round
 * @returns the book as it is then
 * @throws {Error} when others came first in every round
 */
export const changeBook = async (
  books: AlertBooks,
  userId: string,
  change: (book: AlertBook) => AlertBook,
): Promise<AlertBook> => {
  for (let round = 0; round < maxRounds; round++) {
    const { book, revision } = await books.read(userId);
    const changed = change(book);
    if (changed === book || (await books.replace(userId, { book: changed, revision }))) return changed;
  }
  throw new Error('The alert book changed at every try; the next sync of these metrics tries again.');
};

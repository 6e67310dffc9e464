import { emptyBook } from '../../../lambdas/shared/alert-book/empty-book.ts';
import type { AlertBooks, BookRevision } from '../../../lambdas/shared/ports/alert-books.ts';

/** The port in memory: one book a person, replaced by whoever knew it last. */
export const memoryAlertBooks = () => {
  const revisions = new Map<string, BookRevision>();
  const named = new Map<string, string>();
  const read = (userId: string): BookRevision => revisions.get(userId) ?? { book: emptyBook, revision: 0 };
  const books: AlertBooks = {
    read: async (userId) => read(userId),
    replace: async (userId, { book, revision }) => {
      if (read(userId).revision !== revision) return false;
      revisions.set(userId, { book, revision: revision + 1 });
      return true;
    },
    nameAlert: async ({ episodeId, userId }) => {
      named.set(episodeId, userId);
    },
  };
  return { books, named, bookOf: (userId: string) => read(userId).book };
};

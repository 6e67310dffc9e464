import type { AlertBook } from '../ports/alert-books.ts';

/** Of a person about whom nothing is remembered. */
export const emptyBook: AlertBook = {
  episodes: [],
  forgottenUntilMs: 0,
  alertDays: [],
  feedback: [],
  baseFactor: 1,
};

import { rocAuc } from '../evaluation/roc-auc.ts';
import { normalLabel, type Windows } from './windows.ts';

/**
 * Each person's AUC among the own windows, which no difference between persons can help or harm.
 *
 * @param windows - of several persons
 * @param scores - higher = more unusual, shape [count]
 * @returns by person; those who have windows of one class only are left out
 */
export const personAucs = (
  { users, labels }: Pick<Windows, 'users' | 'labels'>,
  scores: ArrayLike<number>,
): Map<string, number> => {
  const ofPerson = new Map<string, number[]>();
  users.forEach((user, window) => {
    const own = ofPerson.get(user);
    if (own === undefined) ofPerson.set(user, [window]);
    else own.push(window);
  });
  const aucs = [...ofPerson].map(([user, own]) => {
    const isAnomalous = own.map((window) => (labels[window] === normalLabel ? 0 : 1));
    return [
      user,
      rocAuc(
        isAnomalous,
        own.map((window) => scores[window]!),
      ),
    ] as const;
  });
  return new Map(aucs.filter(([, auc]) => !Number.isNaN(auc)));
};

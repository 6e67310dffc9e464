/**
 * Oversamples the rarer class until both have equally many rows: its rows are copied in turn, from the first to
 * the last and again.
 *
 * @param rows - in the order in which copies are to be taken; not mutated
 * @returns each row followed by its copies, otherwise in the given order; as given if a class is absent
 * @example
 * balanceClasses([{ label: 0 }, { label: 1 }, { label: 0 }, { label: 0 }]).map((row) => row.label) // => [0, 1, 1, 1, 0, 0]
 */
export const balanceClasses = <Row extends { readonly label: 0 | 1 }>(rows: readonly Row[]): Row[] => {
  const positives = rows.reduce((count, row) => count + row.label, 0);
  const negatives = rows.length - positives;
  if (positives === 0 || negatives === 0 || positives === negatives) return [...rows];

  const minorityLabel = positives < negatives ? 1 : 0;
  const minority = Math.min(positives, negatives);
  const majority = Math.max(positives, negatives);
  const copiesOfEach = Math.floor(majority / minority);
  const withOneMore = majority % minority;
  let nth = 0;
  return rows.flatMap((row) => {
    if (row.label !== minorityLabel) return [row];
    const times = copiesOfEach + (nth < withOneMore ? 1 : 0);
    nth += 1;
    return Array.from({ length: times }, () => row);
  });
};

/** Shorter ids, and those of letters or few digits alone, are words and figures of a narrative as well. */
const isTelling = (id: string): boolean =>
  /^\d{7,}$/.test(id) || (id.length >= 4 && /\p{L}/u.test(id) && /[^\p{L}\s]/u.test(id));

/**
 * A text without the ids of the person that it is about, which are known exactly: a line bears them as pseudonyms, and
 * one that is written out in its text would tell whose the pseudonym is.
 *
 * Upper and lower case are the same. An id such as `sleep` or `142` is left, since it masks more than the person. O(n).
 *
 * @returns the text and how many were masked
 * @example
 * maskOwnIds('User123 slept 7 hours.', ['user123']) // => { text: '[ID] slept 7 hours.', count: 1 }
 * maskOwnIds('Mean glucose was 142 mg/dL.', ['142']) // => { text: 'Mean glucose was 142 mg/dL.', count: 0 }
 */
export const maskOwnIds = (
  text: string,
  ids: readonly string[],
): { readonly text: string; readonly count: number } => {
  // Nearly no text holds one, and a pattern is dear to make.
  const lower = text.toLowerCase();
  const telling = ids
    .map((id) => id.trim().toWellFormed())
    .filter((id) => isTelling(id) && (text.includes(id) || lower.includes(id.toLowerCase())));
  if (telling.length === 0) return { text, count: 0 };
  const longestFirst = telling.toSorted((a, b) => b.length - a.length);
  const own = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${longestFirst.map((id) => RegExp.escape(id)).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  let count = 0;
  const masked = text.replace(own, () => {
    count += 1;
    return '[ID]';
  });
  return { text: masked, count };
};

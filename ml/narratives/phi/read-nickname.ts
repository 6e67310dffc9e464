import { isNameWord, type NameOptions } from './is-name-word.ts';
import { factsOf } from './word-facts.ts';

const space = 0x20;
const opening = /["'‘“„(]/;
const nickname = / (?:["'‘“„(]["']?)(\p{Lu}[\p{L}\p{M}'-]{1,20}?)["'’”“)]["')]?(?![\p{L}\d])/uy;

/**
 * Where a nickname ends that stands in quotes or brackets behind a part of a name: 'Robert "Bobby" Castellano',
 * 'Nicholas (Nick) Papas'.
 *
 * @param end - of that part
 * @returns `end` where there is none
 * @example
 * readNickname('Nicholas (Nick) Papas', 8, {}) // => 15
 * readNickname('Okafor (Cardiology)', 6, {}) // => 6
 */
export const readNickname = (text: string, end: number, options: NameOptions): number => {
  if (text.charCodeAt(end) !== space || !opening.test(text[end + 1] ?? '')) return end;
  nickname.lastIndex = end;
  const match = nickname.exec(text);
  if (match === null) return end;
  const word = match[1]!;
  const ofItsOwn = { ...options, isUnusual: true, isTitled: false };
  const place = { count: 0, facts: factsOf(word.toLowerCase()), ahead: () => '' };
  return isNameWord(word, ofItsOwn, place) ? end + match[0].length : end;
};

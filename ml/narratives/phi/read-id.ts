import { unitAhead } from './phi-hit.ts';

/** Letters and digits in up to seven groups, the first with a digit unless it is a prefix: "AB 12 34 56 C". */
const value =
  /#?(?:[A-Z]{1,5}[ -])?(?=[\w./*-]{0,30}\d)[A-Za-z\d*](?:[\w./*-]{0,40}[A-Za-z\d])?(?:\([\dA]\))?(?: (?=[A-Z\d-]*\d)(?:[A-Z\d]{3,8}(?:-[\dA-Z]{1,4})?(?![.,:]\d|\w)|[A-Z\d]{1,2}(?![.,:]\d|\w| ?[a-z(%]))(?! ?(?:mg|%|bpm|mmol|kg|units|steps|ms)))*(?: [A-Z](?!\w))?/y;
const explicit =
  /(?:id|ids|no|nr|num|number|mrn|ssn|serial|s\/n|sn|nummer|nhi|#|reg|plate|dl|license|licence|device|transmitter|ref|号|番号|码|번호)$/;
/** #FF8800, #2024 */
const colour = /^#(?:(?=\d*[A-F])[\dA-F]{6}|(?:19|20)\d{2})$/i;
const range = /^\d{1,3}-\d{1,3}$|^\d{1,4}[.,]\d{1,2}$|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{1,3}(?:,\d{3})+$/;

const isId = (id: string, name: string) => {
  if (colour.test(id)) return false;
  if (range.test(id) && !(explicit.test(name) && /-\d+-/.test(id))) return false;
  const digits = id.replace(/\D/g, '').length;
  if (digits >= 6) return true;
  if (name !== 'number' && explicit.test(name)) return digits >= 3 && id.length >= 4;
  return digits >= 4 && /[A-Za-z#-]/.test(id);
};

/**
 * Reads what identifies: six digits, or fewer with letters among them or where the field says that it is a number.
 *
 * @param name - of the field, in lower case
 * @returns where it ends; `start` where there is none
 * @example
 * readId('P-0448 seen', 0, 'patient id') // => 6
 * readId('70-99', 0, 'ref') // => 0
 */
export const readId = (text: string, start: number, name: string): number => {
  value.lastIndex = start;
  const id = value.exec(text)?.[0] ?? '';
  const end = start + id.length;
  if (!isId(id, name)) return start;
  // "record number 450 readings" counts; it names nobody.
  return /^[\d.]{1,6}$/.test(id) && unitAhead.test(text.slice(end, end + 24)) ? start : end;
};

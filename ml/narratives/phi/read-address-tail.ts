import { unitAhead } from './phi-hit.ts';
import { kindAt, unitKind } from './unit-kinds.ts';
import { factsOf, wordFact } from './word-facts.ts';

const states =
  'AK|AL|AR|AZ|CA|CO|CT|DC|DE|FL|GA|HI|IA|ID|IL|IN|KS|KY|LA|MA|MD|ME|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|NM|NV|NY|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY|NSW|VIC|QLD|TAS|ACT|NT|AB|BC|MB|NB|NL|NS|ON|PE|QC|SK|SP|RJ|MG|RS|DF|CDMX';
const british =
  'GIR ?0AA|[A-PR-UWYZ](?:\\d{1,2}|[A-HK-Y]\\d{1,2}|\\d[A-HJKS-UW]|[A-HK-Y]\\d[ABEHMNPRV-Y]) ?\\d[ABD-HJLNP-UW-Z]{2}';
/** Codes of the post: 78701-1234, 903 30, 00-238, 1100-053, 1016 GV, M5V 3L9, SW1A 1AA, D02 X285. */
export const postcode = `(?:(?:[A-Z]{1,2}-)?(?:\\d{5}-\\d{3,4}|\\d{3} \\d{2}|\\d{2}-\\d{3}|\\d{4}-\\d{3}|\\d{3}-\\d{4}|\\d{4} [A-Z]{2}|\\d{4,6})|${british}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|[A-Z]\\d[\\dW] ?[A-Z\\d]{4})(?![\\w.,]\\d|[\\p{L}\\d])`;
const capital = "\\p{Lu}[\\p{L}\\p{M}.'-]{0,30}";
const particle =
  'upon|am|an der|of|on|sur|la|le|les|del|de|do|da|dos|das|di|du|de la|al|el|y|e|i|in|ob|pri|nad|by|the|en|op|bei|im|ve|na|der|den|aan den';
const townName = `(?:${capital}|\\d{1,2}(?:st|nd|rd|th) ${capital})(?:[ -](?:(?:${particle}) )?${capital}){0,3}(?: \\d{1,2}(?!\\d|[.,]\\d))?`;

const unitWords =
  'apartment|apt|suite|ste|flat|floor|flr|fl|room|rm|bldg|building|unit|block|blk|tower|wing|level|lot|plot|door|house|no|nr|num|número|nº|n°|#|wohnung|whg|stiege|tür|stock|og|piso|dpto|depto|departamento|apto|apt|ap|bloque|bl|esc|puerta|pta|int|interior|interno|scala|piano|lote|mz|manzana|casa|bloco|andar|sala|conj|étage|bât|appt|appartement|porte|bus|lgh|trappa|etg|sc|et|ap|lok|lokal|m|byt|em|ajtó|daire|kat|d|no|кв|корп|д|дом|стр|подъезд|под|эт|οροφ|phòng|tầng|rt|rw|lantai';
const unit = new RegExp(
  `,? ?(?:(?:${unitWords})(?:\\.|:|: |\\. | |(?=\\d)|(?<=#|º|°))(?:no\\.? ?)?#?(?=[A-Z]{0,2}\\d|[A-Z](?![\\p{L}]))[\\dA-Z]{1,5}(?:[-/]?[\\dA-Z]{1,4})?|#\\d[\\dA-Z-]{0,6}|\\d{1,2}(?:º|ª|°|\\.º|\\.)? ?(?:tv|th|mf|[A-D]|dcha|izq|dto|esq|dta|drcha|sal|étage|stock|og|floor|fl)\\.?|(?:bis|ter))(?![\\p{L}\\d]|[.,]\\d| ?(?:mg|%|bpm|mmol|kg))`,
  'iuy',
);
/** The stair and the flat of a Finnish house. */
/** A street within a quarter: "Mah. 123. Sok." */
const lane = /\.?,? ?(?:\d{1,5}\.?)? ?(?:Sok|Sk|Sokak|Sokağı|Cad|Cd|Caddesi)(?!\p{L})\.?/uy;
const stair = / [A-H] \d{1,3}(?![\p{L}\d])/uy;
const joint = '(?:,\\s?|\\s?[-/|·]\\s?|\\n)';
const place = new RegExp(
  `${joint}(?:${postcode},? )?(${townName})(?:,? (?:${states})(?![\\p{L}])\\.?)?(?:,? (?:${postcode}))?`,
  'uy',
);
const coded = new RegExp(`${joint}?(?: ?)(?:(?:${states})(?!\\p{L})\\.?,? ?)?(?:${postcode})`, 'uy');
const codedTown = new RegExp(`(?:,? )(?:${postcode}),? (${townName})`, 'uy');
const townCoded = new RegExp(
  ` (${capital}(?: ${capital}){0,2}),? (?:(?:${states})(?!\\p{L}),? ?)?(?:${postcode})`,
  'uy',
);
const stateAlone = new RegExp(`,? (?:${states})(?![\\p{L}\\d])`, 'uy');
const numbered = new RegExp(
  `${joint}(?:(?:district|quận|sector|ward|phase|road|street|cross|main|zone|phường|huyện|kecamatan|kel\\.|col\\.|colonia|urb\\.|barrio|bairro|arr\\.|arrondissement|p\\.|purok|block|area|section|stage|moo|soi|km) ?(?:[\\dA-Z][\\dA-Z/-]{0,5}|\\p{Lu}\\p{L}{2,20})|[A-Z]-\\d{1,3}(?:/\\d{1,3})?|\\d{1,2}(?:st|nd|rd|th) (?:cross|main|floor|block|stage|phase|street|avenue))(?![\\p{L}\\d])`,
  'iuy',
);
const lowerTown =
  /,? ([\p{Ll}][\p{Ll}'-]{2,20}(?: [\p{Ll}'-]{3,20})?),? (?:al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|ia|ks|ky|la|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|nsw|vic|qld|tas|uk)(?:,? \d{4,5})?(?![\p{L}\d])/uy;

/** Words that are no names of people, yet begin the names of towns. */
const townWords = new Set(['reading', 'new', 'high', 'old', 'spring', 'lake']);
const little = new Set(['i', 'the', 'and', 'but', 'no', 'she', 'he', 'we', 'they', 'it']);

const notInAddress = (raw: string): boolean => {
  const word = raw.toLowerCase();
  const facts = factsOf(word);
  const isClinical = (facts & wordFact.clinical) !== 0;
  if (isClinical && (word.length > 3 || /^[A-Z]{2,5}$/.test(raw))) return true;
  return little.has(word) || ((facts & wordFact.noName) !== 0 && !townWords.has(word));
};

const firstWord = /^[^ -]*/;

const matchLength = (pattern: RegExp, text: string, start: number): number => {
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (match === null) return 0;
  const name = match[1];
  if (name !== undefined && notInAddress(firstWord.exec(name)![0].replace(/[.,]$/, ''))) return 0;
  return unitAhead.test(text.slice(start + match[0].length, start + match[0].length + 16))
    ? 0
    : match[0].length;
};

const mostSegments = 8;
const parting = /[,\s/|·-]/;

/** What stands behind a place in an address, by which most patterns are passed over. */
interface Onward {
  /** Where what parts words ends. */
  readonly next: number;
  /** Whether what parts two lines of an address is there. */
  readonly isJoined: boolean;
  readonly isSpaced: boolean;
  readonly isDigit: boolean;
  readonly isCapital: boolean;
  readonly isSmall: boolean;
}

const isParting = (text: string, position: number) =>
  ' ,-/|\n\t·'.includes(text[position] ?? 'x') || parting.test(text[position] ?? '');
const isLineEnd = (text: string, position: number) => '/|·-'.includes(text[position] ?? 'x');

const onwardAt = (text: string, end: number): Onward => {
  let next = end;
  while (next < end + 4 && isParting(text, next)) next += 1;
  const kind = kindAt(text, next);
  const isHalf = (kind & unitKind.half) !== 0;
  const unit = text.charCodeAt(next);
  return {
    next,
    isJoined: text[end] === ',' || text[end] === '\n' || isLineEnd(text, end) || isLineEnd(text, end + 1),
    isSpaced: text[end] === ' ',
    isDigit: unit >= 0x30 && unit <= 0x39,
    isCapital: isHalf || (kind & unitKind.capital) !== 0,
    isSmall: isHalf || (kind & unitKind.small) !== 0,
  };
};

const isAscii = (text: string, position: number) => text.charCodeAt(position) < 0x80;
const unitWordSet = new Set(unitWords.split('|').concat('bis', 'ter'));

/** "Apt 4" begins with a digit, a sign or one of its words; words of other letters are left to the pattern. */
const mayBeUnit = (text: string, { next, isDigit }: Onward): boolean => {
  if (isDigit || text[next] === '#') return true;
  let end = next;
  while (isAscii(text, end) && (kindAt(text, end) & unitKind.letter) !== 0) end += 1;
  return (end < text.length && !isAscii(text, end)) || unitWordSet.has(text.slice(next, end).toLowerCase());
};

/** "123. Sok." */
const mayBeLane = (text: string, end: number, { next, isDigit }: Onward): boolean =>
  isDigit || text[end] === '.' || !isAscii(text, next) || 'sScC'.includes(text[next]!);

/** Segments that begin with what parts words, and what each needs behind it. */
const parted: readonly (readonly [RegExp, (onward: Onward) => boolean])[] = [
  [stair, ({ isSpaced, isCapital }) => isSpaced && isCapital],
  [numbered, ({ isJoined }) => isJoined],
  [lowerTown, ({ isSmall }) => isSmall],
  [codedTown, ({ isDigit, isCapital }) => isDigit || isCapital],
  [place, ({ isJoined, isDigit, isCapital }) => isJoined && (isDigit || isCapital)],
  [townCoded, ({ isSpaced, isCapital }) => isSpaced && isCapital],
  [stateAlone, ({ isCapital }) => isCapital],
];

/**
 * How long what an address goes on with is, where it has got to.
 *
 * @returns 0 where nothing of an address follows
 * @example
 * segmentLength(' Apt 4, Dayton', 0) // => 6
 */
export const segmentLength = (text: string, end: number): number => {
  const onward = onwardAt(text, end);
  let length = mayBeUnit(text, onward) ? matchLength(unit, text, end) : 0;
  if (mayBeLane(text, end, onward)) length = Math.max(length, matchLength(lane, text, end));
  if (onward.isDigit || onward.isCapital) length = Math.max(length, matchLength(coded, text, end));
  if (onward.next === end) return length;
  for (const [pattern, mayBegin] of parted) {
    if (mayBegin(onward)) length = Math.max(length, matchLength(pattern, text, end));
  }
  return length;
};

/**
 * Reads on from a street and number: flat, district, postal code, town, state, country.
 *
 * @param lengthAt - of the segment at a place, for a caller that remembers them
 * @returns where the address ends; `start` where nothing of it follows
 * @example
 * readAddressTail(' Apt 4, Dayton, OH 45402 and walks', 0) // => 24
 */
export const readAddressTail = (
  text: string,
  start: number,
  lengthAt = (end: number) => segmentLength(text, end),
): number => {
  let end = start;
  for (let count = 0; count < mostSegments; count += 1) {
    const length = lengthAt(end);
    if (length === 0) break;
    end += length;
  }
  return text[end - 1] === '.' && end > start ? end - 1 : end;
};

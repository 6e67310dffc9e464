import { clinicalWords } from './clinical-words.ts';
import { notNames } from './not-names.ts';
import { unitAhead } from './phi-hit.ts';

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

const unit =
  /,? ?(?:(?:apartment|apt|suite|ste|flat|floor|flr|fl|room|rm|bldg|building|unit|block|blk|tower|wing|level|lot|plot|door|house|no|nr|num|número|nº|n°|#|wohnung|whg|stiege|tür|stock|og|piso|dpto|depto|departamento|apto|apt|ap|bloque|bl|esc|puerta|pta|int|interior|interno|scala|piano|lote|mz|manzana|casa|bloco|andar|sala|conj|étage|bât|appt|appartement|porte|bus|lgh|trappa|etg|sc|et|ap|lok|lokal|m|byt|em|ajtó|daire|kat|d|no|кв|корп|д|дом|стр|подъезд|под|эт|οροφ|phòng|tầng|rt|rw|lantai)(?:\.|:|: |\. | |(?=\d)|(?<=#|º|°))(?:no\.? ?)?#?(?=[A-Z]{0,2}\d|[A-Z](?![\p{L}]))[\dA-Z]{1,5}(?:[-/]?[\dA-Z]{1,4})?|#\d[\dA-Z-]{0,6}|\d{1,2}(?:º|ª|°|\.º|\.)? ?(?:tv|th|mf|[A-D]|dcha|izq|dto|esq|dta|drcha|sal|étage|stock|og|floor|fl)\.?|(?:bis|ter))(?![\p{L}\d]|[.,]\d| ?(?:mg|%|bpm|mmol|kg))/iuy;
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

const notInAddress = (raw: string, word = raw.toLowerCase()) =>
  (/^[A-Z]{2,5}$/.test(raw) && clinicalWords.has(word)) ||
  /^(?:i|the|and|but|no|she|he|we|they|it)$/.test(word) ||
  (word !== 'reading' &&
    word !== 'new' &&
    word !== 'high' &&
    word !== 'old' &&
    word !== 'spring' &&
    word !== 'lake' &&
    notNames.has(word)) ||
  (word.length > 3 && clinicalWords.has(word));

const lengthAt = (pattern: RegExp, text: string, start: number): number => {
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (match === null) return 0;
  const name = match[1];
  if (name !== undefined && notInAddress(name.split(/[ -]/)[0]!.replace(/[.,]$/, ''))) return 0;
  return unitAhead.test(text.slice(start + match[0].length, start + match[0].length + 16))
    ? 0
    : match[0].length;
};

const mostSegments = 8;
const segments = [unit, lane, stair, numbered, lowerTown, codedTown, place, townCoded, coded, stateAlone];
/** Those that may begin with a letter or a digit; the others begin with what parts words. */
const unparted = [unit, lane, coded];
const parting = /[,\s/|·-]/;

/**
 * Reads on from a street and number: flat, district, postal code, town, state, country.
 *
 * @returns where the address ends; `start` where nothing of it follows
 * @example
 * readAddressTail(' Apt 4, Dayton, OH 45402 and walks', 0) // => 24
 */
export const readAddressTail = (text: string, start: number): number => {
  let end = start;
  for (let count = 0; count < mostSegments; count += 1) {
    let length = 0;
    for (const segment of parting.test(text[end] ?? '') ? segments : unparted) {
      length = Math.max(length, lengthAt(segment, text, end));
    }
    if (length === 0) break;
    end += length;
  }
  return text[end - 1] === '.' && end > start ? end - 1 : end;
};

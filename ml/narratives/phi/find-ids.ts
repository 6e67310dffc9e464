import { fieldBefore } from './field-before.ts';
import { isStandardCode } from './is-standard-code.ts';
import { hitsOf, type PhiFinder, type PhiHit, unitAhead } from './phi-hit.ts';
import { readId } from './read-id.ts';
import { readPlate } from './read-plate.ts';

/** Numbers whose shape tells what they are. */
const shapes = [
  // SSN; nine digits in 3-2-4, or all but the last four hidden.
  /(?<![\w-])(?!000|666)\d{3}[- ]\d{2}[- ]\d{4}(?![\w-])/g,
  /(?<![\w-])[x*X]{3}-[x*X]{2}-\d{4}(?!\w)/g,
  /(?<![\w-])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\w-])/gi,
  // Payment cards; 4-4-4-4 or 4-6-5.
  /(?<![\w-])(?:\d{4}[ -]){3}\d{4}(?![\w-])/g,
  /(?<![\w-])3[47]\d{2}[ -]\d{6}[ -]\d{5}(?![\w-])/g,
  // Brazil's CPF, Chile's RUT, Colombia's and Argentina's identity cards.
  /(?<![\w.])\d{3}\.\d{3}\.\d{3}-\d{2}(?!\w)/g,
  /(?<![\w.])\d{1,2}\.\d{3}\.\d{3}-[\dKk](?!\w)/g,
  // National Insurance number.
  /(?<![\w-])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)/g,
  // IBAN.
  /(?<![\w-])[A-Z]{2}\d{2} ?(?:[A-Z\d]{4} ?){2,7}[A-Z\d]{1,4}(?!\w)/g,
  // Codice fiscale, CURP.
  /(?<!\w)[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?!\w)/g,
  /(?<!\w)[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d(?!\w)/g,
  // NHS number; 3-3-4 with spaces.
  /(?<![\w.,-] ?)\d{3} \d{3} \d{4}(?! ?[\w,])/g,
  // Employer's number, Medicare beneficiary, India's PAN, Spain's DNI and NIE, a vehicle's VIN.
  /(?<![\w-])\d{2}-\d{7}(?![\w-])/g,
  /(?<!\w)\d[A-Z][A-Z\d]\d-?[A-Z][A-Z\d]\d-?[A-Z]{2}\d{2}(?!\w)/g,
  /(?<!\w)[A-Z]{5}\d{4}[A-Z](?!\w)/g,
  /(?<![\w-])(?:\d{8}|[XYZ]-?\d{7})-?[A-HJ-NP-TV-Z](?!\w)/g,
  /(?<!\w)(?=[A-Z\d]{0,16}\d)(?=\d{0,16}[A-Z])[A-HJ-NPR-Z\d]{17}(?!\w)/g,
  // Singapore, Hong Kong, Pakistan, the Emirates, Ghana, China, Korea.
  /(?<!\w)[STFGM]\d{7}[A-Z](?!\w)/g,
  /(?<!\w)[A-Z]{1,2}\d{6}\([\dA]\)/g,
  /(?<![\w-])\d{5}-\d{7}-\d(?![\w-])/g,
  /(?<![\w-])784-?\d{4}-?\d{7}-?\d(?![\w-])/g,
  /(?<!\w)GHA-\d{9}-\d(?!\w)/g,
  /(?<!\w)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?!\w)/g,
  /(?<![\w-])\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])-[1-8]\d{6}(?![\w-])/g,
  // Malaysia, France.
  /(?<![\w-])\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])-\d{2}-\d{4}(?![\w-])/g,
  /(?<![\w-])[12] \d{2} (?:0[1-9]|1[0-2]) \d[\dAB] \d{3} \d{3}(?: \d{2})?(?!\w)/g,
  // The Nordic countries' and Czechia's personal numbers.
  /(?<![\w-])(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+]\d{4}(?![\w-])/g,
  /(?<![\w-])(?:[0-2]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-\d{4}(?![\w-])/g,
  /(?<![\w-])(?:[0-2]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[-+A]\d{3}[\dA-Y](?!\w)/g,
  /(?<![\w-])\d{2}[0156]\d(?:[0-2]\d|3[01])\/\d{4}(?!\w)/g,
  // What ends a card or a number; an identifier of HL7.
  /(?<=(?<!\p{L})(?:ending(?: in)?|last (?:four|4)(?: digits)?)(?: are| is|:)? )\d{4}(?!\d|\.\d)/giu,
  /(?<=\|)[A-Z]{0,4}\d{4,12}(?=\^{2,})/g,
  // Letters and six digits or more, or nine digits and more, count nothing.
  /(?<![\w.,/-])(?!NCT|ISRCTN|PMC|LOINC|ICD|ACTRN|DRKS|JPRN|CTRI|HCPCS|SNOMED)[A-Z]{1,5}-?\d{6,14}(?:-[\dA-Z]{1,4})?(?![\w.,-]?\w)/g,
  /(?<!\w|[\d.,/+-] ?|[$€£] ?)\d{9,16}(?![\w%]|[.,:]\d)/g,
];

/** What may stand between a field's name and a value where nothing parts them. */
const filler = /(?<=((?: (?:is|was|of|ends in|ending in|ending|on file))? ?[#:]? ?))/y;
const candidate =
  /(?<=[\p{L}\p{M}.#№°º)"]:? |[#№])(?!(?:ID|NO|NR|NUM|CARD|NUMBER)(?!\w))#?(?=(?:[A-Z-]{1,5} )?[\w*-]{0,12}\d)[A-Za-z\d*]/gu;

/** Record, insurance, identity, device and account numbers. */
export const findIds: PhiFinder = {
  patterns: shapes,
  find: (page) =>
    [
      ...shapes.flatMap((pattern) =>
        hitsOf(page, pattern, { kind: 'id', accept: (_, ahead) => !unitAhead.test(ahead) }),
      ),
      ...idsAfterWords(page.text),
    ].filter((hit) => !isStandardCode(page.text, hit)),
};

/** "MRN 448812", "policy HX-448812": a value behind the name of a field, and nothing between. */
const idsAfterWords = (text: string): readonly PhiHit[] =>
  [...text.matchAll(candidate)].flatMap(({ index: start }) => {
    filler.lastIndex = start;
    const before = filler.exec(text)?.[1]?.length ?? 0;
    if (!/[\p{L}\p{M}.№°º)"]/u.test(text[start - before - 1] ?? '')) return [];
    const field = fieldBefore(text, start - before);
    // "patient #448812", and "user jdoe1984".
    const hash = text.slice(start - before, start + 1).includes('#') ? '#' : '';
    if (field === undefined && (hash === '' || !/\d{4}|\d-\d{3}/.test(text.slice(start, start + 8))))
      return [];
    if (field?.kind === 'plate') {
      const plateEnd = readPlate(text, start, field.name);
      return plateEnd > start ? [{ kind: 'id' as const, start, end: plateEnd }] : [];
    }
    const isFit = field?.kind === 'id' || field?.kind === 'account' || field?.name === 'user' || hash !== '';
    const end = isFit ? readId(text, start, `${field?.name ?? ''}${hash}`) : start;
    return end > start ? [{ kind: 'id' as const, start, end }] : [];
  });

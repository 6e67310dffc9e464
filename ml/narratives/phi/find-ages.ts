import type { PhiFinder } from './phi-hit.ts';

const tens = '(?:ninety|hundred|one hundred|a hundred)';
const ones = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const number = `(?:9\\d|1[01]\\d|12[0-5]|${tens}(?:(?:[ -]| and )${ones})?)`;

const patterns = [
  new RegExp(
    `(?<![\\w.,/-])(${number})\\+?[ -]?(?:years?|yrs?\\.?)[ -](?:old|of age|young)(?!\\p{L})`,
    'giu',
  ),
  new RegExp(`(?<![\\w.,/-])(${number})[ -]?(?:yo|y/o|y\\.o\\.?|yr old)(?!\\p{L})`, 'giu'),
  new RegExp(
    `(?<!\\p{L})(?:aged?|age of|turn(?:s|ed|ing)|age is|age was|alter|âgée? de|edad(?: de)?|idade(?: de)?|возраст)[ :=]{1,3}(${number})(?![\\w%/.-]*\\d)(?!\\p{L})(?! ?(?:mg|%|bpm|days|th))`,
    'giu',
  ),
  /(?<![\w.,/-])(9\d|1[01]\d) ?(?:Jahre alt|ans|años|anni|anos|jaar oud|år|лет|歳|岁|歲|세|살|साल)(?!\p{L})/giu,
  /(?<!\p{L})(?:his|her|their|my|the patient's|the) (9\dth|9[1-3](?:st|nd|rd)|1[01]\d(?:st|nd|rd|th)) (?:birthday|year of life)/giu,
  /(?<!\p{L})in (?:his|her|their|my) ((?:early |mid |late |mid-)?(?:nineties|90s|90's|hundreds))(?!\p{L})/giu,
  /(?<![\w.,/-])((?:9\d|1[01]\d)) ?[MFmf](?=,| (?:with|presenting|presents|who|admitted|seen))/gu,
  // The year of birth tells an age over 89 from 2025 on.
  /(?<!\p{L})born(?: in| on)?,? ((?:18\d{2}|19[0-2]\d|193[0-5]))(?!\d)/giu,
  /(?<!\p{L})(nonagenarian|centenarian|supercentenarian)(?!\p{L})/giu,
  /(?<!\p{L})(?:male|female|man|woman|[MF]),? (9\d|1[01]\d)(?= ?(?:[,;.)]|y|$))/gu,
];

/** Ages over 89, in digits or words. */
export const findAges: PhiFinder = (text) =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const age = match[1]!;
      const start = match.index + match[0].indexOf(age);
      return [{ kind: 'age' as const, start, end: start + age.length }];
    }),
  );

import { hitsOf, type PhiFinder, type PhiHit, unitAhead } from './phi-hit.ts';

const english =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
const foreign =
  'Januar|Jänner|Februar|Feber|März|Mai|Juni|Juli|Oktober|Dezember|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|januari|februari|maart|mei|augustus|augusti|maj|juni|juli|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|Ramadan|Shawwal|Muharram|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर';
const month = `(?:${english}|${english.toUpperCase()}|${foreign})`;
const year = "(?:(?:1[89]|20)\\d{2}|'\\d{2})";
const day = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th|er|º|ª|\\.)?';

const iso =
  /(?<![\w.-])(?:1[89]|20)\d{2}([-/.])(?:0?[1-9]|1[0-2])(?:\1(?:3[01]|[12]\d|0?[1-9]))(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)/g;
const yearMonth = /(?<![\w./-])(?:19|20)\d{2}[-/](?:0[1-9]|1[0-2])(?![\w/-])/g;
const monthYear = /(?<![\w./-])(?:0?[1-9]|1[0-2])\/(?:19|20)\d{2}(?![\w/-])/g;
const numeric = /(?<![\w./-])(\d{1,2})([-/.])(\d{1,2})\2((?:1[89]|20)?\d{2})(?![\w/-])(?!\.\d)/g;
const compact =
  /(?<![\p{L}\d])(?:dob|born|date|dated|birth)[^\p{L}\d]{1,4}(?:1[89]|20)\d{2}(?:0[1-9]|1[0-2])(?:3[01]|[12]\d|0[1-9])(?!\d)/giu;
const runTogether = /(?<![\w.,-])(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:3[01]|[12]\d|0[1-9])(?![\w,-])(?!\.\d)/g;
const quarter = /(?<!\w)(?:Q[1-4],?[ -/]?(?:19|20)\d{2}|(?:19|20)\d{2}[ -]?Q[1-4])(?!\w)/g;
const holiday =
  /(?<!\p{L})(?:Christmas(?: Day| Eve)?|New Year's(?: Day| Eve)?|Thanksgiving|Easter(?: Sunday| Monday)?|Diwali|Eid(?: al-Fitr| al-Adha)?|Ramadan|Hanukkah|Halloween|Valentine's Day|Independence Day|Memorial Day|Labor Day|Boxing Day),?(?: of| in)? (?:19|20)\d{2}(?!\d)/gu;
const cjk =
  /(?:(?:1[89]|20)\d{2} ?[年년] ?)?\d{1,2} ?[月월](?: ?\d{1,2} ?[日일号])?|(?:(?:1[89]|20)\d{2} ?[年년] ?)\d{1,2} ?[月월]|(?:令和|平成|昭和)\d{1,2}年\d{1,2}月(?:\d{1,2}日)?/g;
const dayMonth = new RegExp(
  `(?<![\\w.,/-])${day}(?: (?:of|de|di|d'))?[ -]?(?:the )?${month}(?![\\p{L}])(?:\\.?,?(?: (?:of|de|del|do))?[ -]{1,2}${year}(?!\\d))?`,
  'gu',
);
const monthDay = new RegExp(
  `(?<![\\p{L}])${month}\\.?[ -](?:the )?${day}(?![\\d\\p{L}%/])(?!\\.\\d)(?:,? ${year}(?!\\d))?`,
  'gu',
);
const monthAndYear = new RegExp(`(?<![\\p{L}])${month}\\.?,?(?: (?:of|de|del))? ${year}(?!\\d)`, 'gu');
/** A month alone is told from the verb or modal by what leads to it. */
const monthAlone = new RegExp(
  '(?<![\\p{L}])(?:in|since|until|till|during|by|last|this|next|early|late|mid|from|every|of|between|through)[ -]' +
    '(?:January|February|March|April|May|June|July|August|September|October|November|December)(?![\\p{L}])',
  'gu',
);
const cuedShort =
  /(?<![\p{L}])(?:on|since|dated?|dob|born|birthday|until|till|seen|visit(?:ed)?|admitted|discharged|appointment|scheduled|follow-up|starting|started|surgery|d\.o\.b\.)(?: (?:is|was|on|of|for|date))*[ :]{1,2}((?:1[0-2]|0?[1-9])[/.-](?:3[01]|[12]\d|0?[1-9])|(?:3[01]|[12]\d|0?[1-9])[/.-](?:1[0-2]|0?[1-9]))(?![\d./%-])/giu;
const cuedOrdinal =
  /(?<![\p{L}])(?:on|since|until|by) the (?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?= ?[.,;:!?)]|$| (?:and|at|to|for|with|when|in) )/gimu;
const weekOfYear =
  /(?<![\p{L}])(?:week|calendar week|KW|CW) ?(?:5[0-3]|[1-4]?\d),?(?: of)?[ /](?:19|20)\d{2}(?!\d)/giu;
const writtenDay =
  /(?<![\p{L}])(?:the )?(?:twenty[ -]|thirty[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth) of (?:January|February|March|April|May|June|July|August|September|October|November|December)(?![\p{L}])/giu;

const versionBefore = /(?:version|build|firmware|release|section|chapter|\bv\.?) ?$/i;

/** A word that the short name of a month also is; it takes a capital and a number that is no amount. */
const isNoMeasure = (_: RegExpExecArray, ahead: string) => !unitAhead.test(ahead);

/** Dates finer than a year, in digits or with a month's name, in the languages of the lists above. */
export const findDates: PhiFinder = (text) => [
  ...(/\d/.test(text) ? datesInDigits(text) : []),
  ...hitsOf(text, monthAlone, { kind: 'date', accept: isMonthName }),
  ...hitsOf(text, writtenDay, { kind: 'date' }),
];

const datesInDigits: PhiFinder = (text) => [
  ...hitsOf(text, iso, { kind: 'date' }),
  ...hitsOf(text, yearMonth, { kind: 'date', accept: isNoMeasure }),
  ...hitsOf(text, monthYear, { kind: 'date', accept: isNoMeasure }),
  ...hitsOf(text, numeric, {
    kind: 'date',
    accept: (match, ahead) =>
      isCalendarDate(match) &&
      isNoMeasure(match, ahead) &&
      !versionBefore.test(text.slice(Math.max(0, match.index - 16), match.index)),
  }),
  ...hitsOf(text, compact, { kind: 'date' }),
  ...hitsOf(text, cjk, { kind: 'date' }),
  ...hitsOf(text, runTogether, { kind: 'date', accept: isNoMeasure }),
  ...hitsOf(text, quarter, { kind: 'date' }),
  ...hitsOf(text, holiday, { kind: 'date' }),
  ...hitsOf(text, dayMonth, { kind: 'date', accept: isRealDayMonth }),
  ...hitsOf(text, monthDay, { kind: 'date', accept: isNoMeasure }),
  ...hitsOf(text, monthAndYear, { kind: 'date' }),
  ...hitsOf(text, cuedOrdinal, { kind: 'date' }),
  ...hitsOf(text, weekOfYear, { kind: 'date' }),
  ...shortDates(text),
];

const shortDates = (text: string): readonly PhiHit[] =>
  [...text.matchAll(cuedShort)].flatMap((match) => {
    const end = match.index + match[0].length;
    if (/^ ?(?:of|nights|days)/.test(text.slice(end, end + 10)) || unitAhead.test(text.slice(end, end + 24)))
      return [];
    return [{ kind: 'date' as const, start: end - match[1]!.length, end }];
  });

/** "of March" may go on to "of March 5"; the longer hit wins. "in May improve" cannot be. */
const isMonthName = (_: RegExpExecArray, ahead: string) => !/^'?s? (?:madness)/i.test(ahead);

/** 5 may, in lower case, is rarely a date; so is "3 mar". The pattern asks for capitals in English. */
const isRealDayMonth = (match: RegExpExecArray, ahead: string) =>
  !/(?:May|March)$/.test(match[0]) ||
  !/^ (?:have|be|not|also|improve|reflect|help|indicate|on)\b/.test(ahead);

const isCalendarDate = (match: RegExpExecArray) => {
  const [first, second] = [Number(match[1]), Number(match[3])];
  const isPair = (a: number, b: number) => a >= 1 && a <= 12 && b >= 1 && b <= 31;
  return isPair(first, second) || isPair(second, first);
};

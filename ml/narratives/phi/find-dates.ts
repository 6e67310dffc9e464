import { findShortDates } from './find-short-dates.ts';
import { englishMonths, foreignMonths, weekdays } from './month-names.ts';
import { hitsOf, type PhiFinder, type PhiHit, type PhiPage, unitAhead } from './phi-hit.ts';
import { remember } from './remember.ts';

const month = `(?:${englishMonths}|${foreignMonths})`;
const year = "(?:(?:1[3489]|2[05])\\d{2}|'\\d{2})";
const day = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th|er|º|ª|\\.|-го)?(?!\\d|\\.\\d|,\\d{1,3}(?!\\d))';
const toDay = `(?: ?(?:-|to|through|thru|until|and|&|or|bis|und|au|et|al|y|a|t/m|до|по) ?(?:the )?(?:${month}\\.? )?${day})`;

const iso =
  /(?<![\w.-])(?:1[89]|20)\d{2}([-/.])(?:0?[1-9]|1[0-2])(?:\1(?:3[01]|[12]\d|0?[1-9]))(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)/g;
const yearMonth = /(?<![\w./-])(?:19|20)\d{2}[-/](?:0[1-9]|1[0-2])(?![\w/-])/g;
const monthYear = /(?<![\w./-])(?:(?:0?[1-9]|1[0-2])\/|(?:0[1-9]|1[0-2])\.)(?:19|20)\d{2}(?![\w/-]|\.\d)/g;
const numeric =
  /(?<![\w./]|(?<![\d/.]{2}|\d{2} )-)(\d{1,2})([-/.])(\d{1,2})\2((?:1[89]|20)?\d{2})(?![\w/]|-(?!\d{1,2}[/.]\d))(?!\.\d)/g;
const spaced = /(?<![\w./-])(\d{1,2})(\. |\/ | \/ )(\d{1,2})\2((?:19|20)\d{2})(?!\d)/g;
/** 30.XI.2022, 3/IV/2021. */
const romanMonth =
  /(?<![\w./-])(?:3[01]|[12]\d|0?[1-9])([./-]|\. )(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})\1(?:19|20)\d{2}(?![\w%]|[./-]\w)/g;
const compact =
  /(?<=(?<![\p{L}\d])(?:d\.?o\.?b\.?|born|date|dated|birth|né|née|geb|geboren|født|född)[^\p{L}\d]{1,4})(?:(?:1[89]|20)\d{2}(?:0[1-9]|1[0-2])(?:3[01]|[12]\d|0[1-9])|(?:3[01]|[0-2]\d){2}(?:19|20)?\d{2})(?!\d)/giu;
const runTogether = /(?<![\w.,-])(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:3[01]|[12]\d|0[1-9])(?![\w,-])(?!\.\d)/g;
const quarter = /(?<!\w)(?:Q[1-4],?[ -/]?(?:19|20)\d{2}|(?:19|20)\d{2}[ -]?Q[1-4])(?!\w)/g;
const holiday =
  /(?<!\p{L})(?:(?:Christmas(?: Day| Eve)?|New Year's(?: Day| Eve)?|Thanksgiving|Easter(?: Sunday| Monday)?|Diwali|Eid(?: al-Fitr| al-Adha)?|Ramadan|Hanukkah|Halloween|Valentine's Day|Independence Day|Memorial Day|Labor Day|Boxing Day|Chinese New Year|Lunar New Year|Nowruz|Holi|Passover|Xmas),?(?: of| in)? (?:19|20)\d{2}(?!\d)|Christmas (?:Day|Eve)|New Year's (?:Day|Eve)|(?:4th|Fourth) of July|Boxing Day|Valentine's Day)/giu;
const cjk =
  /(?:(?:1[89]|20)\d{2} ?[年년] ?)?\d{1,2} ?[月월](?: ?\d{1,2} ?[日일号])?|(?:(?:1[89]|20)\d{2} ?[年년] ?)\d{1,2} ?[月월]|(?:令和|平成|昭和|民國|民国)(?:\d{1,3}|元)年\d{1,2}月(?:\d{1,2}日)?/g;
const vietnamese =
  /(?<!\p{L})(?:ngày )?\d{1,2} tháng \d{1,2}(?: năm \d{4})?|(?<!\p{L})ngày \d{1,2}\/\d{1,2}(?:\/\d{4})?/giu;
const dayMonth = new RegExp(
  `(?<![\\w.,/-]|\\d )(?:${day} ?(?:-|to|through|and|&|/|bis|und|au|et|al|y|a|до|по) ?)?${day}(?: (?:of|de|di|d'|ta'))?[ /-]?(?:the )?${month}(?![\\p{L}])(?:\\.?,?(?: (?:of|de|del|do))?[ /-]{1,2}${year}(?!\\d))?`,
  'giu',
);
const monthDay = new RegExp(
  `(?<![\\p{L}])${month}\\.?[ -](?:the )?${day}(?![\\d\\p{L}%/])(?!\\.\\d)(?:${toDay}(?![\\d\\p{L}%/]))?(?:,? ?${year}(?!\\d)|-(?:19|20)\\d{2})?`,
  'giu',
);
const yearFirst = new RegExp(
  `(?<![\\w.])(?:19|20)\\d{2}[. -]{1,2}${month}(?:[ -](?:3[01]|[12]\\d|0?[1-9])\\.?)?(?![\\p{L}\\d])`,
  'giu',
);
const monthAndYear = new RegExp(
  `(?<![\\p{L}])${month}\\.?,?(?: (?:of|de|del))?[ -](?:19|20|25)\\d{2}(?!\\d)|(?<![\\p{L}])${month} '\\d{2}(?!\\d)`,
  'giu',
);
/** A month alone is told from the verb or modal by what leads to it. */
const monthAlone = new RegExp(
  '(?<=(?<![\\p{L}])(?:in|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|by|[Ll]ast|this|[Nn]ext|[Ee]arly|[Ll]ate|[Mm]id|from|of|[Bb]etween|through)[ -])' +
    '(?:January|February|March|April|May|June|July|August|September|October|November|December|january|february|april|june|july|august|september|october|november|december|(?<=(?:in|[Ll]ast|[Ss]ince|[Uu]ntil) )(?:march|may|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|jan|feb|aug|sept|oct|nov|dec))(?![\\p{L}])|(?<=In )(?:January|February|March|April|June|July|August|September|October|November|December)(?!\\p{L})',
  'gu',
);
const cuedOrdinal =
  /(?<=(?<![\p{L}])(?:on|since|until|by|for|from) the )(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?= ?[.,;:!?)]|$| (?:and|at|to|for|with|when|in) )/gimu;
const weekOfYear =
  /(?<![\w-])(?:19|20)\d{2}-?W(?:5[0-3]|[0-4]\d)(?:-?[1-7])?(?!\w)|(?<![\p{L}])(?:week|calendar week|KW|CW) ?(?:5[0-3]|[1-4]?\d),?(?: of)?[ /](?:19|20)\d{2}(?!\d)/giu;
const ordinalWord =
  '(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)';
const fullMonth = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const writtenDay = new RegExp(
  `(?<![\\p{L}])(?:(?:the )?${ordinalWord} of ${fullMonth}|${fullMonth} (?:the )?${ordinalWord})(?![\\p{L}])(?:,? (?:nineteen|twenty)(?:[ -](?:hundred|oh|ten|eleven|twelve|\\p{L}{3,5}teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)?)?|(?<![\\p{L}\\d])(?:3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)(?: (?:inst|ult|prox)|(?= of (?:last|this|next|the) month))(?!\\p{L})`,
  'giu',
);

const versionBefore = /(?:version|build|firmware|release|section|chapter|\bv\.?) ?$/i;
const spans = /^[ -]?(?:years?|yrs?|weeks?|wks?|months?|days?|hourly|fold|x\b)(?!\p{L})/iu;

const isNoMeasure = (_: RegExpExecArray, ahead: string) => !unitAhead.test(ahead) && !spans.test(ahead);

/** Words of other kinds that are months too, and need a year, an ordinal or an end behind them. */
const ambiguous =
  /^(?:may|march|mar|mars|mai|maj|mei|mac|mag|gen|out|des|dic|ago|dec|sep|oct|mart|adar|dez|fev|ene)$/i;
const wordIn = /\p{L}{3,}/gu;
const wholeMonth = new RegExp(`^${month}$`, 'iu');

const endsInYear = /(?:19|20)\d{2}$/;
/** What only a date comes after. */
const dateAhead = new RegExp(
  `(?<!\\p{L})(?:on|since|until|by|before|after|between \\S+ \\S+ and|due|dated?|seen|dob|born|le|du|au|am|vom|el|del|il|dal|em|op|den|från|från den|dne|w dniu|${weekdays}),?:? $`,
  'iu',
);

const monthIn = remember((date) => date.match(wordIn)?.find((word) => wholeMonth.test(word)) ?? '');

/** "2 may help" is no date; "2 May", "2 may 2021" and "2nd may" are. */
const isRealMonth = (match: RegExpExecArray, ahead: string, text: string) => {
  const name = monthIn(match[0]);
  if (!ambiguous.test(name)) return true;
  if (dateAhead.test(text.slice(Math.max(0, match.index - 12), match.index))) return true;
  if (endsInYear.test(match[0]) || /\d(?:st|nd|rd|th)/i.test(match[0])) return true;
  if (/^ (?:have|be|not|also|improve|reflect|help|indicate|need|cause|still|on\b)/.test(ahead)) return false;
  return (
    /^\p{Lu}/u.test(name) ||
    /^(?:$|[.,;:!?)\n]| (?:i|we|he|she|they|at|and|with|for|because|my|after|when|while|last|this|2\d{3})(?!\p{L}))/iu.test(
      ahead,
    )
  );
};

/** Dates finer than a year, in digits or with a month's name, in the languages of the lists above. */
export const findDates: PhiFinder = {
  patterns: [
    ...[
      iso,
      yearMonth,
      monthYear,
      numeric,
      spaced,
      romanMonth,
      compact,
      cjk,
      vietnamese,
      quarter,
      monthAndYear,
      yearFirst,
    ],
    ...[cuedOrdinal, weekOfYear, runTogether, dayMonth, monthDay, monthAlone, writtenDay, holiday],
    ...findShortDates.patterns,
  ],
  find: (page) =>
    [
      ...datesInDigits(page),
      ...hitsOf(page, monthAlone, { kind: 'date', accept: isMonthName }),
      ...hitsOf(page, writtenDay, { kind: 'date' }),
      ...hitsOf(page, holiday, { kind: 'date' }),
    ].map((hit) => withWeekdayAndTime(page.text, hit)),
};

const datesInDigits = (page: PhiPage): readonly PhiHit[] => [
  ...hitsOf(page, iso, { kind: 'date' }),
  ...hitsOf(page, yearMonth, { kind: 'date', accept: isNoMeasure }),
  ...hitsOf(page, monthYear, { kind: 'date', accept: isNoMeasure }),
  ...[numeric, spaced].flatMap((pattern) =>
    hitsOf(page, pattern, {
      kind: 'date',
      accept: (match, ahead) =>
        isCalendarDate(match) &&
        isNoMeasure(match, ahead) &&
        !versionBefore.test(page.text.slice(Math.max(0, match.index - 16), match.index)),
    }),
  ),
  ...[
    romanMonth,
    compact,
    cjk,
    vietnamese,
    quarter,
    monthAndYear,
    yearFirst,
    cuedOrdinal,
    weekOfYear,
  ].flatMap((pattern) => hitsOf(page, pattern, { kind: 'date' })),
  ...hitsOf(page, runTogether, { kind: 'date', accept: isNoMeasure }),
  ...[dayMonth, monthDay].flatMap((pattern) =>
    hitsOf(page, pattern, {
      kind: 'date',
      // "March 10 km", but "9 May steps fell".
      accept: (match, ahead) =>
        (/^\d|(?:19|20)\d{2}$/.test(match[0]) || isNoMeasure(match, ahead)) &&
        isRealMonth(match, ahead, page.text),
    }),
  ),
  ...findShortDates.find(page),
];

/** "of March" may go on to "of March 5"; the longer hit wins. "in May improve" cannot be. */
const isMonthName = (_: RegExpExecArray, ahead: string) => !/^'?s? (?:madness)/i.test(ahead);

const isCalendarDate = (match: RegExpExecArray) => {
  const [first, second] = [Number(match[1]), Number(match[3])];
  const isPair = (a: number, b: number) => a >= 1 && a <= 12 && b >= 1 && b <= 31;
  return isPair(first, second) || isPair(second, first);
};

const weekdayBefore = new RegExp(
  `(?<![\\p{L}])(?:${weekdays})\\.?,? ?(?:the |den |le |el |il |dne |d\\. )?$`,
  'iu',
);
const timeBehind = /,? \d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?/iy;

/** The day of the week before a date and the time behind it belong to it. */
const withWeekdayAndTime = (text: string, { kind, start, end }: PhiHit): PhiHit => {
  timeBehind.lastIndex = end;
  const before = weekdayBefore.exec(text.slice(Math.max(0, start - 20), start))?.[0] ?? '';
  const behind = timeBehind.exec(text)?.[0] ?? '';
  return { kind, start: start - before.length, end: end + behind.length };
};

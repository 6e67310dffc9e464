import type { PhiFinder } from './phi-hit.ts';

const tens = '(?:ninety|hundred|one hundred|a hundred)';
const ones = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const digits = '(?:9\\d|1[01]\\d|12[0-5])';
const number = `(?:${digits}|${tens}(?:(?:[ -]| and )${ones})?)`;
const alone = `(?<![\\w.,/+-])(${number})`;
/** A number that goes on, or is an amount of something. */
const noAge =
  '(?![\\w%.,/-]*\\d)(?![\\p{L}/])(?! ?(?:mg|%|bpm|mmol|kg|lbs?|cm|days?|weeks?|months?|minutes?|mins?|hours?|hrs?|h|steps?|points?|units?|percent|beats|kcal|th|of|on (?:the )?(?:meter|cgm|sensor|screen|reading)|over|and (?:falling|rising|dropping|climbing|stable))(?!\\p{L}))';
const pronoun =
  '(?:he|she|they|i|who|dad|mum|mom|mother|father|patient|pt|gran|grandma|grandpa|grandmother|grandfather|nan|nana|aunt|uncle|husband|wife|man|woman|lady|gentleman|resident)';
/** Behind the number in tongues that say "years" as English does not say "old". */
const foreignYears =
  'jahre|jährig\\p{L}{0,2}|jahren|jähriger|ans|años|anni|anos|jaar|jarige|år|årig\\p{L}?|åring|vuotta|vuotias|vuotiaan|lat|lata|letni\\p{L}|let|letá|letý|éves|ani|rokov|ročn\\p{L}|godina|godine|г\\.?|лет|год|года|летн\\p{L}{2}|років|роки|річн\\p{L}|ετών|χρονών|χρόνων|yaşında\\p{L}*|yaş|tahun|tuổi|taon|ára|gadi|metų|aastat|aastane|साल|वर्ष|वर्षीय|বছর|வயது|ปี|سنة|سنوات|عاما|عامًا|عام|ساله|سال|سالہ|בן|שנים|שנה';
const foreignAge =
  'alter|âgée? de|âge|de edad|edad(?: de)?|idade(?: de)?|età(?: di)?|leeftijd|ålder|alder|wiek|věk|yaş[ıi]?|возраст[еа]?|вік|ηλικία[ς]?|umur|usia|عمره?ا?|العمر|בת|בן|גיל|उम्र|年齢|年龄|年齡|나이|อายุ|miaka';

const patterns = [
  new RegExp(`${alone}\\+?[ -]?(?:years?|yrs?\\.?)[ -](?:old|of age|young)(?!\\p{L})`, 'giu'),
  new RegExp(`${alone}[ -]?(?:yo|y/o|y\\.o\\.?|yr old|yr-old|yrs|y/?o/?[mf]|year-old)(?!\\p{L})`, 'giu'),
  new RegExp(
    `(?<!\\p{L})(?:aged?|age of|turn(?:s|ed|ing)|age is|age was|age at \\p{L}{4,12}|reached|${foreignAge})[ :=,]{1,3}(${number})${noAge}`,
    'giu',
  ),
  new RegExp(`${alone}[ -]?(?:${foreignYears})(?!\\p{L})`, 'giu'),
  /(?<![\w.,/-])((?:9\d|1[01]\d)) ?(?:歳|才|岁|歲|세|살|ปี)/gu,
  /(?<!\p{L})(?:his|her|their|my|your|the patient's|'s|the) (9\dth|9[1-3](?:st|nd|rd)|1[01]\d(?:st|nd|rd|th)|ninety-\p{L}{5,7}|ninetieth|hundredth|hundred and \p{L}{5,11}) (?:birthday|year(?! of (?:study|school|training|the)))/giu,
  /(?<!\p{L})in (?:his|her|their|my) ((?:early |mid |late |mid-)?(?:nineties|90s|90's|hundreds))(?!\p{L})(?! (?:after|before|all|most|again|at|during))/giu,
  /(?<![\w.,/-])((?:9\d|1[01]\d)) ?(?:[MFmf]|male|female|man|woman|lady|gentleman)(?=,|\.|\)|;|$| (?:with|w\/|presenting|presents|who|admitted|seen|here|c\/o|s\/p|from|in|on|living|lives))/gmu,
  // The year of birth tells an age over 89 from 2025 on.
  /(?<!\p{L})(?:born|b\.|né|née|geb\.|geboren|DOB|YOB|year of birth|birth year)(?: in| on| en| im Jahr)?[:,]? ((?:18\d{2}|19[0-2]\d|193[0-5]))(?![\d/-])/giu,
  /(?<!\p{L})(nonagenarian|centenarian|supercentenarian)s?(?!\p{L})/giu,
  /(?<!\p{L})(?:male|female|man|woman|lady|gentleman|[MF])[,/]? ?(?:aged )?(9\d|1[01]\d)(?= ?(?:[,;.)]|y|yrs|$))/gmu,
  /(?<!\p{L})(?:age|sex)\/(?:sex|gender|age)[ :=]{1,3}(?:[MF]\/)?(9\d|1[01]\d)(?!\d)/giu,
  /(?<![\w./])(9\d|1[01]\d) ?\/ ?(?:[MFmf]|male|female)(?!\p{L})/gu,
  // "He is 93 now", but not "he is 93 kg" and not "her glucose is 93".
  new RegExp(
    `(?<!\\p{L})(?:${pronoun}(?:'s| is| was| turned| just turned| will be|'ll be| would be| will turn)|i'm|i am|im)(?: now| only| just| already| almost| nearly| about| still)? (${digits}|ninety(?:[ -]${ones})?)(?= ?(?:[,;!)]|\\.(?!\\d)|$)| (?:now|and|but|years|so|today|this|next|in|with|who|come|on)(?!\\p{L}))${noAge}`,
    'giu',
  ),
  new RegExp(
    `(?<!\\p{L})(?:at|over|about|nearly|almost|past) (?:the )?(?:ripe )?(?:old )?age (?:of )?(${number})${noAge}`,
    'giu',
  ),
  /(?<!\p{L})(?:[Gg]rand(?:pa|ma|mother|father|dad)|[Gg]ranny|[Gg]ran|[Nn]ana?|[Mm]other|[Ff]ather|[Mm]um|[Mm]om|[Dd]ad|[Aa]unt|[Uu]ncle|[Pp]atient|[Rr]esident|[Ll]ady|[Gg]entleman|[Nn]eighbou?r),? (?:is |aged |now )?\(?(9\d|1[01]\d)(?=[,)])/gu,
  /(?<!\p{L})(?:Mr|Mrs|Ms|Miss|Dr|Sr|Sra|Mme|Herr|Frau)\.? (?:\p{Lu}[\p{L}'-]{1,30} ){0,2}\p{Lu}[\p{L}'-]{1,30} \((9\d|1[01]\d)\)/gu,
  /(?<!\p{L})(?:my|his|her|our|their) \p{Ll}+ \p{Lu}[\p{L}'-]{1,30} (?:is|was|turned|turns|just turned) (9\d|1[01]\d)(?![\w%.-]*\d)(?! ?(?:mg|%|bpm|kg))/gu,
  /(?<!\p{L})at (9\d|1[01]\d),? (?:he|she|they|I|my|grand\p{L}+)(?= (?!bpm|mg))/gu,
  /(?<!\p{L})((?:one[ -])?hundred(?:[ -](?:and[ -])?\p{L}{3,6})?|ninety(?:[ -]\p{L}{3,5})?)[ -]year[ -]olds?(?!\p{L})/giu,
];

/** Ages over 89, in digits or words. */
export const findAges: PhiFinder = {
  patterns,
  find: ({ matches }) =>
    patterns.flatMap((pattern) =>
      matches(pattern).map((match) => {
        const age = match[1]!;
        const start = match.index + match[0].lastIndexOf(age);
        return { kind: 'age' as const, start, end: start + age.length };
      }),
    ),
};

import { isStandardCode } from './is-standard-code.ts';
import { hitsOf, type PhiFinder, type PhiHit, type PhiPage, unitAhead } from './phi-hit.ts';

const extension = '(?:,? ?(?:ext(?:ension)?|x|Durchwahl|DW|poste|interno|ramal|доб)\\.? ?#?\\d{3,6}(?!\\d))?';
const international = new RegExp(
  `(?<![\\w+])(?:\\+|\\b00|\\(\\+)[1-9]\\d{0,2}\\)?(?:[ ()./-]{0,3}\\d){6,13}(?!\\d)${extension}`,
  'g',
);
const northAmerican = new RegExp(
  `(?<![\\w.+-])(?:\\+?1[ .-]?)?(?:\\([2-9]\\d{2}\\) ?-?|[2-9]\\d{2}[ ./-])[2-9]\\d{2}[ .-]\\d{4}(?![\\w-])(?!\\.\\d)${extension}`,
  'g',
);
const national = new RegExp(
  `(?<![\\w.+,-])\\(?0\\d{1,4}\\)?(?:[ ./-]\\d{2,8}){1,5}(?![\\w-])(?!\\.\\d)${extension}`,
  'g',
);
const local = /(?<![\w.+-])555[ .-]\d{4}(?![\w-])/g;
const tenDigits = /(?<![\w.,+-])[2-9]\d{9}(?![\w,-])(?!\.\d)/g;
/** Shapes that only a telephone number has, as countries write them. */
const shapes = [
  // India 98765 43210; China 138 0013 8000; Russia 8 (916) 123-45-67; Brazil (11) 91234-5678.
  /(?<!\w|[\d.,+-] ?)[6-9]\d{4}[ -]\d{5}(?![\w,]|[ .-]\d)/g,
  /(?<!\w|[\d.,+-] ?)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\w,]|[ .-]\d)/g,
  /(?<!\w|[\d.,+-] ?)8[ -]?\(?9\d{2}\)?[ -]?\d{3}[ -]\d{2}[ -]\d{2}(?![\w,]|[ .-]\d)/g,
  /(?<!\w|[\d.,+-] ?)\(\d{2}\) ?9?\d{4}[ -]\d{4}(?![\w,]|[ .-]\d)/g,
  // Korea and Japan 010-1234-5678, 03-1234-5678; Hong Kong and Singapore have eight digits and need a cue.
  /(?<!\w|[\d.,+-] ?)0\d{1,3}-\d{3,4}-\d{4}(?![\w,]|[ .-]\d)/g,
  // The Nordic 070-123 45 67, Poland and Spain 612 345 678 behind a cue only.
  /(?<!\w|[\d.,+-] ?)0\d{1,2}-\d{2,3} \d{2} \d{2}(?![\w,]|[ .-]\d)/g,
  /(?<!\w|[\d.,+-] ?)1-?8(?:00|33|44|55|66|77|88)-[A-Z\d]{3}-?[A-Z\d]{4}(?!\w)/g,
];
const cue =
  'tel(?:ephone|efon|ef|efono|éfono|efone|efoon|efoni|p)?|phone[ds]?|phoning|ph|mob(?:ile|iel|il)?|cell(?:phone|ulare)?|fax(?:ed)?|whatsapp(?:ed)?|wa|call(?:ed|ing)?(?: back)?(?: me| him| her| them| us)?|text(?:ed)?(?: me| him| her| my \\p{L}{2,8})?|reach(?:ed|able)?(?: me| him| her| them| us)?|contact(?:ed)?(?: me| him| her)?|number|numbers|nr|dial|ring|rang|pager|page[dr]?|beeper|bleep|sms|message me|hp|no hp|landline|voicemail|hotline|callback|extension|handy|rufnummer|festnetz|anrufen|erreichbar|rückruf|téléphone|tél|portable|appele[rz](?: le| au)?|joindre|rappeler|rappelez|teléfono|telefone|telemóvel|telem|celular|cel|móvil|llamar?|llámame|llame|llamen|ligar|ligue|cellulare|chiama(?:re|mi)?|recapito|numero|número|numéro|nummer|numer|номер|fono|gsm|bel(?:len)?(?: me)?|tlf|ring(?: meg| mig)?|mobiltelefon|puh|puhelin|soita|kom(?:órka)?|zadzwoń|dzwonić|telefonní číslo|telefonszám|mobil|cep|ara|тел|телефон|моб|мобильный|звоните|звонить|позвоните|τηλ|κιν|τηλέφωνο|κινητό|đt|sđt|điện thoại|gọi|simu|piga|telp|hubungi|tawagan|电话|電話|手机|手機|携帯|联系电话|联系方式|전화|연락처|휴대폰|핸드폰|هاتف|هاتفي|جوال|موبايل|تلفون|رقم|اتصل|טלפון|נייד|טל|تلفن|همراه|फोन|फ़ोन|मोबाइल|नंबर|ফোন|মোবাইল|தொலைபேசி|โทร|เบอร์';
const cued = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${cue})(?:['’]?s)?(?: (?:number|numbers|no|is|was|at|on|num|nr|back|up|via|with|to|me|al|au|le|op|på|am|unter|sur|em|para|til|под|по|home|work|mobile|cell|office))*\\.?(?: ?\\([\\p{L} ]{1,12}\\))?[ :：#=-]{0,3}(\\(?\\+?\\d(?:[ ()./-]{0,2}\\d){6,14})(?!\\d)(?:,? ?(?:ext|x)\\.? ?\\d{3,6}(?!\\d))?`,
  'giu',
);
/** A number said digit by digit. */
const spoken =
  /(?<!\p{L})(?:\+ ?|plus )?(?:(?:double |triple )?(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)[ -]){6,14}(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)(?!\p{L})/giu;
/** Numbers inside a house: too short for anything but a clear cue. */
const inHouse =
  /(?<!\p{L})(?:pager|beeper|bleep|extension|ext\.?|voicemail box|mailbox|Durchwahl)(?: (?:number|no\.?|is))?[ :#]{1,3}(\d{1,2}-\d{4}|\d{3,6})(?![\w.%]| ?(?:degrees|°|%))/giu;

const digitsIn = (text: string) => text.replace(/\D/g, '').length;

const isNoMeasure = (_: RegExpExecArray, ahead: string) => !unitAhead.test(ahead);

const isNational = (match: RegExpExecArray, ahead: string) => {
  const digits = digitsIn(match[0]);
  return (
    digits >= 9 &&
    digits <= 13 &&
    isNoMeasure(match, ahead) &&
    !/^\d{2}[./-]\d{2}[./-]\d{2,4}$/.test(match[0])
  );
};

/** What stands behind a cue: seven digits at least, and no list of measurements ("call 120/80, 130/85"). */
const cuedNumbers = ({ text, matches }: PhiPage): readonly PhiHit[] =>
  matches(cued).flatMap((match) => {
    const end = match.index + match[0].length;
    const start = match.index + match[0].indexOf(match[1]!, match[0].length - match[1]!.length - 12);
    if (unitAhead.test(text.slice(end, end + 24))) return [];
    if (/^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/.test(match[1]!)) return [];
    return [{ kind: 'phone' as const, start, end }];
  });

const wholeNumbers = [northAmerican, local, tenDigits, ...shapes];

/** Telephone and fax numbers. */
export const findPhones: PhiFinder = {
  patterns: [spoken, international, national, ...wholeNumbers, cued, inHouse],
  find: (page) => [
    ...hitsOf(page, spoken, { kind: 'phone' }),
    ...[
      ...hitsOf(page, international, {
        kind: 'phone',
        accept: (match, ahead) => digitsIn(match[0]) >= 8 && isNoMeasure(match, ahead),
      }),
      ...hitsOf(page, national, { kind: 'phone', accept: isNational }),
      ...wholeNumbers.flatMap((pattern) => hitsOf(page, pattern, { kind: 'phone', accept: isNoMeasure })),
      ...cuedNumbers(page),
      ...page.matches(inHouse).map((match) => {
        const end = match.index + match[0].length;
        return { kind: 'phone' as const, start: end - match[1]!.length, end };
      }),
    ].filter((hit) => !isStandardCode(page.text, hit)),
  ],
};

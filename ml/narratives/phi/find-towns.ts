import { notNames } from './not-names.ts';
import { hitsOf, type PhiFinder, unitAhead } from './phi-hit.ts';
import { stateNames } from './state-names.ts';

const capital = "\\p{Lu}[\\p{L}\\p{M}.'-]{0,30}";
const town = `(?<!\\p{L})(?:${capital} ){0,2}${capital}`;
const unmistakable =
  'AK|AZ|AR|CA|CO|DE|FL|GA|IL|IA|KS|KY|MA|MI|MN|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|RI|SC|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC';
/** Also words, units or titles: SD is a spread, MD a doctor. */
const ambiguous = 'AL|CT|HI|ID|IN|LA|ME|MD|MS|OK|OR|PA|SD';
const cityState = new RegExp(
  `(?:${town},? (?:${unmistakable}|${ambiguous})\\.?,?|(?<!\\p{L})(?:${unmistakable})) \\d{5}(?:-\\d{4})?(?!\\d)|(?:${town},? )?(?<!\\p{L})(?:NSW|VIC|QLD|TAS|WA|SA) \\d{4}(?!\\d)`,
  'gu',
);
const cityStateAlone = new RegExp(`${town}, (?:${unmistakable})(?![\\p{L}\\d-])`, 'gu');
const cityStateName = new RegExp(`${town}, (?:${stateNames})(?!\\p{L})(?: \\d{5}(?!\\d))?`, 'gu');
/** Three decimals of a degree are a hundred metres. */
const coordinates =
  /(?<![\w.])[-+]?\d{1,2}\.\d{3,8}°? ?[NS]?[,;]? {1,2}[-+]?\d{1,3}\.\d{3,8}°? ?[EW]?(?![\w%]|\.\d)/g;
const threeWords = /(?<=\/{3}|what3words:? )[a-z]{3,15}\.[a-z]{3,15}\.[a-z]{3,15}(?![\w.])/giu;
const degreesMinutes = /(?<![\w.])\d{1,3}° ?\d{1,2}['′] ?(?:\d{1,2}(?:\.\d{1,3})?["″] ?)?[NSEW]/g;
const zipPlus4 = /(?<![\w-])\d{5}-\d{4}(?![\w-])/g;
const cuedCode =
  /(?<!\p{L})(?:zip(?: ?code)?|post(?:al)? ?code|postcode|PLZ|CAP|CEP|code postal|código postal|pin ?code|PIN|eircode|postnummer|postnr|индекс|〒|郵便番号|邮编|우편번호)(?: is|:|：)? {0,2}((?=[A-Z -]{0,3}\d)[A-Z\d][A-Z\d -]{2,8}[A-Z\d])(?![\w.])/giu;
const british =
  /(?<![\w-])(?:(?<=, )\p{Lu}\p{Ll}{1,20}(?:[ -]\p{Lu}\p{Ll}{1,20})?,? )?(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKS-UW]|[A-HK-Y]\d[ABEHMNPRV-Y]) \d[ABD-HJLNP-UW-Z]{2})(?!\w)/gu;
const canadian = /(?<![\w#-])[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d(?!\w)/g;
const continental =
  /(?<![\w.,-])(?:(?:D|A|CH|F|I|NL|B|S|FIN|DK|N)-)?(?:\d{4,5}|\d{3} \d{2}|\d{2}-\d{3}|\d{4}-\d{3}) (?:Berlin|Hamburg|München|Munich|Köln|Cologne|Frankfurt|Stuttgart|Düsseldorf|Leipzig|Dresden|Bremen|Hannover|Nürnberg|Wien|Vienna|Graz|Linz|Salzburg|Innsbruck|Zürich|Zurich|Genève|Geneva|Bern|Basel|Lausanne|Paris|Lyon|Marseille|Lille|Nantes|Toulouse|Bordeaux|Nice|Strasbourg|Madrid|Barcelona|Valencia|Sevilla|Roma|Rome|Milano|Milan|Torino|Napoli|Firenze|Bologna|Amsterdam|Rotterdam|Utrecht|Den Haag|Antwerpen|Gent|Brussels|Bruxelles|København|Copenhagen|Aarhus|Odense|Stockholm|Göteborg|Malmö|Uppsala|Oslo|Bergen|Trondheim|Helsinki|Espoo|Tampere|Turku|Lisboa|Porto|Praha|Brno|Budapest|Warszawa|Kraków|Wrocław|Gdańsk|Poznań|București|Bratislava|Ljubljana|Zagreb|Beograd)(?!\p{L})|(?<![\w-])\d{4} [A-Z]{2} \p{Lu}\p{Ll}{2,20}/gu;
/** A flat or a room by itself. */
const unit =
  /(?<!\p{L})(?:(?:Apartment|Apt\.?|Suite|Ste\.?|Flat|Room|Rm\.?|Bldg\.?|Building|Unit|Wohnung|Piso|Depto\.?|Dpto\.?) (?:#|No\.? ?)?\d{1,5}[A-Z]?(?:\/\d{1,4})?|#\d{1,4}[A-Z])(?![\w%/-]|\.\d)(?! (?:mg|bpm|points|of|degrees|air))/gu;
/** Begins at the sign of a town, and looks back for its name. */
const cjk =
  /[都道府県市区县區縣町村](?<=([\u4e00-\u9fff]{2,10}))(?:[\u4e00-\u9fff]{1,12}[路街道巷町]?)?[\d一二三四五六七八九十-]{1,10}(?:号|號|番地?|丁目|弄|栋|室|-\d{1,4})(?:[\d-]{1,8}(?:号楼?|室|番地?|栋|单元)?){0,3}/dgu;
const cjkRoad = /[路街道巷](?<=([\u4e00-\u9fff]{2,12}))\d{1,5}[号號](?:\d{1,4}(?:室|栋|楼)){0,3}/dgu;
const korean =
  /(?<![\uac00-\ud7a3])(?:[\uac00-\ud7a3]{2,7}(?:시|도) )?[\uac00-\ud7a3]{1,6}(?:구|군|시) (?:[\uac00-\ud7a3]{1,6}(?:읍|면|동) )?[\uac00-\ud7a3\d]{1,10}(?:로|길|동) ?\d{1,4}(?:번?길 ?\d{1,4})?(?:-\d{1,4})?(?:,? \d{1,4}동)?(?:,? \d{1,4}호)?/gu;

const isNoMeasure = (_: RegExpExecArray, ahead: string) => !unitAhead.test(ahead);
const isTown = (match: RegExpExecArray) => {
  const first = match[0].split(/[ ,]/)[0]!.toLowerCase();
  return (
    /^\d|^[A-Z]{2,3} \d/.test(match[0]) ||
    first === 'new' ||
    (!notNames.has(first) && !/^(?:type|stage|grade)$/.test(first))
  );
};

const degrees = [coordinates, degreesMinutes, zipPlus4];
const codes = [threeWords, british, canadian, continental, unit, korean];

/** Towns with their states, postal codes, flats by themselves, and places by degrees. */
export const findTowns: PhiFinder = {
  patterns: [cityState, cityStateAlone, cityStateName, ...degrees, ...codes, cjk, cjkRoad, cuedCode],
  find: (page) => [
    ...[cityState, cityStateAlone, cityStateName].flatMap((pattern) =>
      hitsOf(page, pattern, { kind: 'address', accept: isTown }),
    ),
    ...degrees.flatMap((pattern) => hitsOf(page, pattern, { kind: 'address', accept: isNoMeasure })),
    ...codes.flatMap((pattern) => hitsOf(page, pattern, { kind: 'address' })),
    ...[cjk, cjkRoad].flatMap((pattern) =>
      page.matches(pattern).map((match) => ({
        kind: 'address' as const,
        start: match.indices?.[1]?.[0] ?? match.index,
        end: match.index + match[0].length,
      })),
    ),
    ...page.matches(cuedCode).map((match) => {
      const end = match.index + match[0].length;
      return { kind: 'address' as const, start: end - match[1]!.length, end };
    }),
  ],
};

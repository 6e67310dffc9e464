import { notNames } from './not-names.ts';
import { notPlaces } from './not-places.ts';
import { hitsOf, type PhiFinder, unitAhead } from './phi-hit.ts';

const capital = "\\p{Lu}[\\p{L}\\p{M}.'-]{0,30}";
const suffix =
  'Street|St|Avenue|Ave|Av|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Square|Sq|Terrace|Ter|Crescent|Cres|Close|Highway|Hwy|Parkway|Pkwy|Circle|Cir|Trail|Alley|Row|Gardens|Grove|Mews|Hill|Walk|Quay|Broadway|Plaza|Loop|View|Heights|Path|Bend|Ridge|Parade|Promenade|Esplanade|Park|Manor|Estate|Estates|Loop|Pike|Turnpike|Nagar|Marg|Chowk|Sadak';
const lowerSuffix = 'street|avenue|road|boulevard|lane|drive|court|ave|blvd|rd|terrace|crescent';
const roadWord =
  'Rue|rue|Avenue|avenue|Boulevard|boulevard|Allée|allée|Chemin|chemin|Place|place|Quai|quai|Calle|calle|C/|Avenida|avenida|Av\\.|Paseo|Plaza|Carrera|Via|via|Viale|viale|Piazza|piazza|Corso|corso|Rua|rua|Travessa|Estrada|Largo|Jalan|Jl\\.|ul\\.|ulica|al\\.|os\\.|улица|ул\\.|проспект|пр\\.|пер\\.|вулиця|вул\\.|Straße|Strasse|شارع';

const numbered = new RegExp(
  `(?<![\\p{L}\\d.,/])\\d{1,6}(?:[-/]\\d{1,4})?[A-Za-z]?,? (?:(?:[NSEW]|N[EW]|S[EW]|North|South|East|West)\\.? )?(?:(?:${capital}|\\d{1,3}(?:st|nd|rd|th)) ){1,4}(?:${suffix})(?![\\p{L}])\\.?(?: (?:[NSEW]|N[EW]|S[EW])(?!\\p{L}))?`,
  'gu',
);
const lowerCase = new RegExp(
  `(?<![\\p{L}\\d.,/])\\d{1,5} ([\\p{Ll}\\d]{2,15})(?: ([\\p{Ll}]{2,15}))? (?:${lowerSuffix})(?![\\p{L}])`,
  'gu',
);
const roadFirst = new RegExp(
  `(?<![\\p{L}\\d])(?:\\d{1,5}(?: ?(?:bis|ter))?,? (?:${roadWord})(?: (?:de la|de l'|des|du|de|del|della|dei|la|las|los|el|da|do|dos|di))? ?(?:${capital})(?: (?:de |du |di |da )?${capital}){0,3}|(?:${roadWord})(?: (?:de la|de l'|des|du|de|del|della|dei|la|las|los|el|da|do|dos|di))? ?(?:[\\p{L}\\p{M}.'-]{2,30})(?: (?:de |du |di |da )?${capital}){0,3},?(?: (?:д\\.|nº|n°|no\\.?|número|num\\.?|дом))? ?\\d{1,5}[A-Za-z]?(?:/\\d{1,4})?(?:,? (?:кв\\.|m\\.|apt\\.?) ?\\d{1,4})?)`,
  'gu',
);
const compound =
  /(?<!\p{L})\p{Lu}[\p{L}\p{M}-]{1,30}(?:straße|strasse|str\.|weg|gasse|allee|platz|ufer|damm|ring|gatan|vägen|gata|veien|vej|gade|straat|gracht|laan|plein|kade|katu|tie|utca)(?: |, ?)\d{1,4}[a-zA-Z]?(?![\d\p{L}])/gu;
const unmistakable =
  'AK|AZ|AR|CA|CO|DE|FL|GA|IL|IA|KS|KY|MA|MI|MN|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|RI|SC|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC';
/** Also words, units or titles: SD is a spread, MD a doctor. */
const ambiguous = 'AL|CT|HI|ID|IN|LA|ME|MD|MS|OK|OR|PA|SD';
const town = `(?<!\\p{L})(?:${capital} ){0,2}${capital}`;
const cityState = new RegExp(
  `(?:${town}, (?:${unmistakable}|${ambiguous})\\.?,?|(?<!\\p{L})(?:${unmistakable})) \\d{5}(?:-\\d{4})?(?!\\d)|(?<!\\p{L})(?:NSW|VIC|QLD|TAS) \\d{4}(?!\\d)`,
  'gu',
);
const cityStateAlone = new RegExp(`${town}, (?:${unmistakable})(?![\\p{L}\\d-])`, 'gu');
const stateName =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Ontario|Quebec|Alberta|Manitoba|Saskatchewan|Nova Scotia|British Columbia|Victoria|Queensland|New South Wales|Tasmania';
const cityStateName = new RegExp(`${town}, (?:${stateName})(?!\\p{L})(?: \\d{5}(?!\\d))?`, 'gu');
/** Three decimals of a degree are a hundred metres. */
const coordinates =
  /(?<![\w.])[-+]?\d{1,2}\.\d{3,8}°? ?[NS]?[,;]? {1,2}[-+]?\d{1,3}\.\d{3,8}°? ?[EW]?(?![\w%]|\.\d)/g;
const zipPlus4 = /(?<![\w-])\d{5}-\d{4}(?![\w-])/g;
const zipCued =
  /(?<!\p{L})(?:zip(?: ?code)?|post(?:al)? ?code|postcode|PLZ|CAP|CEP|code postal|código postal)(?: is)?[ :]{1,3}([A-Z\d][A-Z\d -]{2,9}[A-Z\d])/giu;
const british =
  /(?<![\w-])(?:(?<=, )\p{Lu}\p{Ll}{1,20}(?:[ -]\p{Lu}\p{Ll}{1,20})?,? )?(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKS-UW]|[A-HK-Y]\d[ABEHMNPRV-Y]) \d[ABD-HJLNP-UW-Z]{2})(?!\w)/gu;
const canadian = /(?<![\w-])[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d(?!\w)/g;
const continental =
  /(?<![\w.,-])(?:(?:D|A|CH|F|I|NL|B)-)?\d{4,5} (?:Berlin|Hamburg|München|Munich|Köln|Cologne|Frankfurt|Stuttgart|Wien|Vienna|Zürich|Zurich|Genève|Geneva|Bern|Basel|Paris|Lyon|Marseille|Madrid|Barcelona|Roma|Rome|Milano|Milan|Torino|Napoli|Amsterdam|Rotterdam|Utrecht|Brussels|Bruxelles|København|Copenhagen|Stockholm|Oslo|Helsinki|Lisboa|Porto|Praha|Budapest)(?!\p{L})|(?<![\w-])\d{4} [A-Z]{2} \p{Lu}\p{Ll}{2,20}/gu;
const box = /(?<!p{L})(?:P\.? ?O\.? ?Box|Post Office Box|Postfach|Apartado|Casilla|BP) ?\d{1,6}(?!\d)/gi;
const unit =
  /(?<!\p{L})(?:(?:Apartment|Apt\.?|Suite|Ste\.?|Flat|Room|Rm\.?|Bldg\.?|Building|Unit|Wohnung|Piso|Depto\.?) (?:#|No\.? ?)?\d{1,5}[A-Z]?|#\d{1,4}[A-Z])(?![\w%/-]|\.\d)(?! (?:mg|bpm|points|of))/gu;
/** Begins at the sign of a town, and looks back for its name. */
const cjk =
  /[市区县區縣町村](?<=([\u4e00-\u9fff]{2,10}))(?:[\u4e00-\u9fff]{1,10}[路街道巷町])?[\d一二三四五六七八九十-]{1,10}(?:号|號|番地?|丁目|弄|栋|室|-\d{1,4})(?:[\d-]{1,8}(?:号|室|番地?)?)?/dgu;
const cjkRoad = /[路街道巷](?<=([\u4e00-\u9fff]{2,12}))\d{1,5}[号號](?:\d{1,4}(?:室|栋))?/dgu;
const living = new RegExp(
  `(?<!\\p{L})(?:(?:(?:is|comes|came|originally|was) from(?! (?:a |the ))|[Ll]ives?|[Ll]iving|[Rr]esid(?:es|ing|ent)|[Ss]tays|[Bb]orn|[Rr]aised|[Gg]rew up|[Mm]oved|[Hh]ometown(?: is| of)?|wohnt|vive|habite|abita|mora|mieszka|bor|woont|живёт|живет|проживает)(?: with [\\p{L} ]{2,20})?(?: (?:at|in|of|to|near|on|en|à|a|w|i|em|в)){0,2} |[Hh]ome address(?: is)?[ :]{1,2}|[Aa]ddress(?: is)?[ :]{1,2})(?:the )?((?:${capital}(?:[ -](?:upon |am |an der |of |on |sur |la |del |de )?${capital}){0,3}))(?:, (?:${capital}(?: ${capital}){0,2}))?`,
  'gu',
);
const addressCue =
  /(?<!\p{L})(?:(?:home|street|mailing|postal|current|residential) address|address|Adresse|Anschrift|dirección|indirizzo|endereço|адрес|住所|地址|주소|العنوان|पता)(?: is| was|:|：|は| =)[ :]{0,2}((?=[^\n.;]{0,80}\d)[^\n;]{4,80}?)(?=[\n;]|\. |\.$|$)/giu;

const common = new Set(
  'a an the of on to for at in by per and or with from down up about over under each long short steep same main every more less walk walks walked run runs km mile miles minutes minute hours hour steps step times days day nights night weeks week laps readings along across near busy quiet new old full half clinical recovery rocky'.split(
    ' ',
  ),
);

/** Street addresses, postal codes, boxes, and towns where somebody is said to live. */
export const findAddresses: PhiFinder = (text) => [
  ...(/\d/.test(text) ? withDigits(text) : []),
  ...hitsOf(text, cityStateAlone, { kind: 'address' }),
  ...hitsOf(text, cityStateName, { kind: 'address' }),
  ...[...text.matchAll(living)].flatMap((match) => {
    const place = match[1]!;
    if (notPlaces.has(place.toLowerCase().replace(/[.,]$/, ''))) return [];
    // "The data came from Health Connect."
    if (notNames.has(place.split(' ')[0]?.toLowerCase() ?? '')) return [];
    const start = match.index + match[0].indexOf(place);
    return [{ kind: 'address' as const, start, end: match.index + match[0].length }];
  }),
];

const withDigits: PhiFinder = (text) => {
  const isNoMeasure = (_: RegExpExecArray, ahead: string) => !unitAhead.test(ahead);
  return [
    ...hitsOf(text, numbered, { kind: 'address' }),
    ...hitsOf(text, lowerCase, {
      kind: 'address',
      accept: (match) => !common.has(match[1]!) && !(match[2] !== undefined && common.has(match[2])),
    }),
    ...hitsOf(text, roadFirst, { kind: 'address', accept: isNoMeasure }),
    ...hitsOf(text, compound, { kind: 'address', accept: isNoMeasure }),
    ...hitsOf(text, cityState, { kind: 'address' }),
    ...hitsOf(text, coordinates, { kind: 'address', accept: isNoMeasure }),
    ...hitsOf(text, zipPlus4, { kind: 'address', accept: isNoMeasure }),
    ...hitsOf(text, british, { kind: 'address' }),
    ...hitsOf(text, canadian, { kind: 'address' }),
    ...hitsOf(text, continental, { kind: 'address' }),
    ...hitsOf(text, box, { kind: 'address' }),
    ...hitsOf(text, unit, { kind: 'address' }),
    ...[cjk, cjkRoad].flatMap((pattern) =>
      [...text.matchAll(pattern)].map((match) => ({
        kind: 'address' as const,
        start: match.indices?.[1]?.[0] ?? match.index,
        end: match.index + match[0].length,
      })),
    ),
    ...[zipCued, addressCue].flatMap((pattern) =>
      [...text.matchAll(pattern)]
        .filter((match) => /\d/.test(match[1]!))
        .map((match) => {
          const end = match.index + match[0].length;
          return { kind: 'address' as const, start: end - match[1]!.length, end };
        }),
    ),
  ];
};

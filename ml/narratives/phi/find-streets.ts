import { isCommonWord } from './is-common-word.ts';
import { notNames } from './not-names.ts';
import { hitsOf, type PhiFinder, type PhiHit, type PhiPage, unitAhead } from './phi-hit.ts';
import { postcode } from './read-address-tail.ts';
import { compoundEndings, lowerRoadEndings, roadBeginnings, roadBehind, roadEndings } from './road-words.ts';

const capital = "\\p{Lu}[\\p{L}\\p{M}.'’-]{0,30}";
const wind = '(?:[NSEW]|N[EW]|S[EW]|North|South|East|West|Upper|Lower|Old|New|Great)\\.?';
const houseNumber = '\\d{1,6}(?:[-/]\\d{1,4}){0,2}[A-Za-z]?';

const numbered = new RegExp(
  `(?<![\\p{L}\\d.,/])#?${houseNumber},? (?:${wind} )?(?:(?:${capital}|\\d{1,3}(?:st|nd|rd|th)|of|the|de|del|la) ){1,4}(?:${roadEndings}|${roadEndings.toUpperCase()})(?![\\p{L}])\\.?(?: ${wind}(?!\\p{L}))?(?: \\d{1,3}(?![\\d.,]\\d|[\\p{L}\\d%/]))?`,
  'gu',
);
const highway =
  /(?<![\p{L}\d.,/])(?:\d{1,6} )?(?:County Road|County Rd|State Road|State Route|Rural Route|(?<=(?:on|off|along|near|of) )Route|Highway|Hwy|Interstate|R\.?R\.?(?= \d{1,2} Box)) (?:\d{1,4})(?: (?:Box \d{1,5}|North|South|East|West|[NSEW]))?(?![\p{L}\d]|[.,]\d)/gu;
const lowerCase = new RegExp(
  `(?<![\\p{L}\\d.,/])\\d{1,5}[a-d]? (?:(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\\.? )?([\\p{Ll}\\d'-]{2,15})(?: ([\\p{Ll}'-]{2,15}))?(?: ([\\p{Ll}'-]{2,15}))? (?:${lowerRoadEndings})(?![\\p{L}'])\\.?(?! (?:mg|bpm|of))`,
  'gu',
);
const unnumbered = new RegExp(
  `(?<!\\p{L})(?:[Ll]iv(?:e|es|ed|ing)|[Ss]tay(?:s|ed|ing)?|[Rr]esid(?:e|es|ing)|[Mm]oved|[Hh]ouse|[Hh]ome|[Aa]partment|[Ff]lat|[Cc]orner|[Pp]arked|[Ff]ell|[Ff]ound) (?:is )?(?:on|at|near|off|in|to|of|down|outside) (?:the )?((?:${capital} ){1,3}(?:${roadEndings})|(?:[\\p{Ll}\\d'-]{3,15} ){1,2}(?:street|st|avenue|ave|road|rd|lane|blvd|boulevard|drive))(?![\\p{L}])`,
  'gdu',
);
const corner =
  /(?<!\p{L})(?:[Cc]orner|[Ii]ntersection) of ((?:\d{1,3}(?:st|nd|rd|th)|\p{Lu}[\p{L}.'-]{1,20})(?: \p{Lu}[\p{L}.'-]{1,20}){0,2} (?:and|&) (?:\d{1,3}(?:st|nd|rd|th)|\p{Lu}[\p{L}.'-]{1,20})(?: (?:St|Street|Ave|Avenue|Rd|Road))?)/dgu;
const link =
  "(?: (?:de la|de las|de los|de l'|d'|des|du|de|del|della|dei|delle|degli|dello|la|las|los|le|el|da|do|das|dos|di|the|al|lui))?";
const roadFirst = new RegExp(
  `(?<![\\p{L}\\d])(?:\\d{1,5}(?: ?(?:bis|ter|[A-D]))?,? (?:${roadBeginnings})(?:(?<=[./'])|(?!\\p{L}))${link} ?(?:${capital})(?:[ -](?:de |du |des |di |da |la |le )?${capital}){0,4}|(?:${roadBeginnings})(?:(?<=[./'])|(?!\\p{L}))${link} ?(?:[\\p{L}\\p{M}\\d.'-]{1,30})(?:[ -](?:de |du |des |di |da |do |das |la |el |y |e )?(?:${capital}|\\p{Lo}{2,12})){0,4},?(?: (?:д\\.|nº|n°|n\\.º|n\\.|nr\\.?|No\\.?|no\\.?|núm\\.?|número|num\\.?|дом|№|#|רח'))?:? ?#?\\d{1,5}[A-Za-z]?(?:[-/]\\d{1,4}){0,2}(?: ?(?:#|No\\.?) ?\\d{1,4}[A-Z]?(?:-\\d{1,4})?)?)(?![\\p{L}\\d])`,
  'gu',
);
const roadBetween = new RegExp(
  `(?<![\\p{L}\\d])(?:${capital} ){1,3}(?:${roadBehind})(?:(?: |, ?)(?:No|no|Nr|nr|№)?[.: ]{0,2}\\d{1,4}[A-Za-z]?(?:/\\d{1,4})?)(?![\\p{L}\\d]|[.,]\\d)`,
  'gu',
);
const compound = new RegExp(
  `(?<!\\p{L})\\p{Lu}[\\p{L}\\p{M}-]{1,30}(?:${compoundEndings})(?: |, ?)\\d{1,4}(?:[a-zA-Z](?!\\p{L})| [A-H](?: \\d{1,3})?(?![\\p{L}\\d]))?(?:[-/]\\d{1,4})?(?![\\d\\p{L}]|[.,]\\d)`,
  'gu',
);
/** A name and a number, which a postal code and a town behind them make a street. */
const codeTells = new RegExp(
  `(?<!\\p{L})${capital}(?: ${capital}){0,2} \\d{1,4}[A-Za-z]?(?:/\\d{1,4})?(?=, (?:(?!(?:19|20)\\d{2}(?!\\d))${postcode} \\p{Lu}\\p{Ll}|\\p{Lu}\\p{Ll}{2,20} (?!(?:19|20)\\d{2}(?!\\d))${postcode}))`,
  'gu',
);
const plot =
  /(?<![\p{L}\d])(?:(?:House|Hse|H|Plot|Lot|Flat|Blk|Block|Shop|Villa|Bungalow|Door|D|Stand|Erf|Unit|Level|Qtr|Quarter)\.? ?(?:No\.?|#)? ?[A-Z]?-?\d{1,4}[A-Z]?(?:[-/]\d{1,4}){0,3}|[A-Z]{1,2}-\d{1,4}(?:\/\d{1,4})?|#\d{1,4}[A-Z]?|No\.? ?\d{1,4}[A-Z]?)(?=,? (?:Road|Rd|Street|St|Sector|Block|Phase|Lane|Jalan|Jln|Jl|Lorong|Barangay|Brgy|(?:[A-Z][\w'.-]{1,20} ){0,3}(?:Road|Rd|Street|St|Avenue|Ave|Residency|Apartments|Apts|Towers|Heights|Society|Colony|Nagar|Estate|Close|Crescent|Layout|Enclave|Complex)(?!\p{L})|\d{1,2}(?:st|nd|rd|th) (?:Cross|Main|Street|Floor|Avenue)))/gu;
/** A house by its number or its name, where only a place follows. */
const house =
  /(?<![\p{L}\d])(?:(?:House|Hse|H|Flat|Door|D|Villa|Apartment|Apt|Bungalow|Stand|Erf|Qtr)\.? ?(?:No\.?|#)?:? ?[A-Z]?-?\d{1,4}[A-Z]?(?:[-/]\d{1,4}){0,3}(?=, \p{Lu}\p{Ll})|Plot (?:No\.? ?)?\d{1,4}[A-Z]?(?=, (?!Table|Figure|Section)\p{Lu}\p{Ll}+, \p{Lu}\p{Ll})|\d{1,2}-\d{1,3}(?:-\d{1,3})? \p{Lu}\p{L}+(?:-\p{Ll}+)?(?=, \p{Lu}\p{L}+(?:-(?:ku|shi|cho|machi|gun|ken))?(?:,|$| \d)))/gu;
/** A street or a cottage by name, which a town follows. */
const named = new RegExp(
  `(?<![\\p{L}\\d-])(?:(?:${capital} ){1,2}(?:Cottage|House|Lodge|Farm|Villa|Barn|Manor), )?(?:${capital} ){1,3}(?:Avenue|Street|Road|Lane|Drive|Boulevard|Close|Crescent|Terrace)(?=, \\p{Lu}\\p{Ll})|(?<![\\p{L}\\d-])(?:(?:Barangay|Brgy\\.?|Kampung|Taman|Kelurahan|Desa|Colonia|Col\\.|Urb\\.|Urbanización|Barrio|Bairro|Résidence|Lotissement) ${capital}(?: ${capital}){0,2}|(?:District|Ward|Sector|Quận) \\d{1,2})(?=, \\p{Lu}\\p{Ll})`,
  'gu',
);
const asian = new RegExp(
  `(?<![\\p{L}\\d.,/])\\d{1,4}(?:/\\d{1,4})? (?:${capital} ){1,4}(?:Soi|Moo) \\d{1,3}(?!\\d)|(?<![\\p{L}\\d.,/])\\d{1,4}(?:/\\d{1,4})? ${capital}(?: ${capital}){0,3}(?=, (?:Quận|Phường|Huyện|Q\\.|P\\.|TP|Kel\\.|Kec\\.|Brgy|Barangay))`,
  'gu',
);
const ordinal =
  /(?<![\p{L}\d.,/])\d{1,3}(?:st|nd|rd|th) (?:Avenue|Ave|Street|St)(?!\p{L})\.?(?: \d{1,4}(?![\d.,]\d|[\p{L}\d%]))?/gu;
const box =
  /(?<!\p{L})(?:P\.? ?O\.? ?Box|Post Office Box|Private Bag|Locked Bag|GPO Box|Box|Postfach|Postbus|Postboks|Box|Apartado(?: de correos| postal)?|Apdo\.?|Casilla|Caixa Postal|Casella Postale|C\.P\.|Skr\. poczt\.|а\/я|ص\.?ب\.?|B\.?P\.?(?= \d{1,5},? \d{5})) ?(?:X ?)?\d{1,6}(?!\d|[.,/]\d)(?! (?:of|ticked|checked))/gu;

const steps =
  /(?<!\p{L})(?:units?|laps?|reps?|sets?|times|steps?|minutes?|miles?|km|days?|nights?|weeks?|months?|years?|hours?|readings?|mg|mcg|doses?|tablets?|grams?|percent|patients|people)(?!\p{L})/iu;
const goesOn = /^ (?:laps?|sprints?|reps?|repeats?|loops?|runs?|times|walks?|intervals?)(?!\p{L})/u;

const lowerCommon = new Set(
  'a an the of on to for at in by per and or with from down up about over under each long short steep same main every more less walk walks walked run runs km mile miles minutes minute hours hour steps step times days day nights night weeks week laps readings along across near busy quiet new old full half clinical recovery rocky units unit mg mcg tablets pills doses in my his her their this that is was were are be'.split(
    ' ',
  ),
);

/** "5 UNITS GIVEN CLOSE" is no street: what follows the number is no measure, and no word of a note but its end. */
const isStreet = (match: RegExpExecArray, ahead: string) => {
  if (goesOn.test(ahead) || unitAhead.test(ahead)) return false;
  const words = match[0].split(/[ ,]+/).slice(1, -1);
  const isShouted = match[0] === match[0].toUpperCase();
  return (
    !steps.test(words.join(' ')) &&
    !words.some((word) => (isShouted || /^\p{Ll}{4}/u.test(word)) && notNames.has(word.toLowerCase()))
  );
};

const isLowerStreet = (match: RegExpExecArray, ahead: string) =>
  !goesOn.test(ahead) &&
  ![match[1], match[2], match[3]].some((word) => word !== undefined && lowerCommon.has(word));

/** "via Libre 2" and "place sensor 3" are words of English. */
const isRoad = (match: RegExpExecArray, ahead: string) => {
  const [beginning, name] = match[0].split(/[ ,]+/);
  if (!isNoMeasure(match, ahead)) return false;
  return (
    !/^(?:via|place|square|passage|route|diagonal|moo|gang|sitio|strada|cours|camino|al\.|g\.|pl\.)$/i.test(
      beginning!,
    ) ||
    (/^\p{Lu}/u.test(name!) && !isCommonWord(name!.toLowerCase()) && !notNames.has(name!.toLowerCase()))
  );
};

/** The flat in Poland: "m. 5". */
const isNoMeasure = (_: RegExpExecArray, ahead: string) => !unitAhead.test(ahead) || /^ m\. ?\d/.test(ahead);
const isNamed = (match: RegExpExecArray, ahead: string) =>
  isNoMeasure(match, ahead) && !notNames.has(match[0].split(/[ ,]/)[0]!.toLowerCase());

const inner = ({ matches }: PhiPage, pattern: RegExp): readonly PhiHit[] =>
  matches(pattern).flatMap((match) => {
    const [start, end] = match.indices?.[1] ?? [0, 0];
    const first = match[1]!.split(' ')[0]!.toLowerCase();
    return lowerCommon.has(first) || notNames.has(first) ? [] : [{ kind: 'address' as const, start, end }];
  });

const withTests = [
  [numbered, isStreet],
  [lowerCase, isLowerStreet],
  ...[named, roadBetween, codeTells, compound].map((pattern) => [pattern, isNamed] as const),
  [roadFirst, isRoad],
  ...[highway, plot, house, asian, ordinal].map((pattern) => [pattern, isNoMeasure] as const),
] as const;

/** Streets with their numbers, boxes and plots, as the countries of the lists write them. */
export const findStreets: PhiFinder = {
  patterns: [unnumbered, corner, ...withTests.map(([pattern]) => pattern), box],
  find: (page) => [
    ...inner(page, unnumbered),
    ...inner(page, corner),
    ...withTests.flatMap(([pattern, accept]) => hitsOf(page, pattern, { kind: 'address', accept })),
    ...hitsOf(page, box, { kind: 'address' }),
  ],
};

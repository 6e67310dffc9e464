import { isCommonWord } from './is-common-word.ts';
import { notNames } from './not-names.ts';
import { notPlaces } from './not-places.ts';
import { hitsOf, type PhiFinder, type PhiHit, type PhiPage } from './phi-hit.ts';
import { stateNames } from './state-names.ts';

const capital = "\\p{Lu}[\\p{L}\\p{M}.'-]{0,30}";
const living = new RegExp(
  `(?<!\\p{L})(?:(?:(?:is|am|comes?|came|originally|was|are|hails?|commut(?:es?|ing)|moved|relocated|travell?ed|flew|back|returned) from(?! (?:a |the ))|[Ll]iv(?:es?|ed)|[Ll]iving|[Rr]esid(?:es?|ed|ing|ent)|[Ss]tay(?:s|ing)?|[Bb]orn|[Rr]aised|[Gg]rew up|[Mm]oved|[Rr]elocated|[Mm]oving|[Bb]ased|[Hh]ometown(?: is| of)?|Wohnort|Geburtsort|City|Town|Ville|Ciudad|Città|Cidade|Miasto|Město|Woonplaats|Bostadsort|Şehir|Birthplace|Place of birth|wohnt|wohne|lebt|vive|vivo|habite|abita|mora|moro|mieszka|bor|woont|žije|asuu|lakik|yaşıyor|живёт|живет|живу|проживает|мешкає|tinggal|sống)(?: (?:with|w/) [\\p{L} ]{2,30})?(?: (?:at|in|of|to|near|on|outside|en|à|a|ad|w|we|i|em|på|v|ve|в|у|di|ở)){0,2} |[Hh]ome address(?: is)?[ :]{1,2}|[Aa]ddress(?: is)?[ :]{1,2})(?:the )?((?:${capital}(?:[ -](?:upon |am |an der |of |on |sur |la |del |de )?${capital}){0,3}))(?:, (?:${capital}(?: ${capital}){0,2}))?`,
  'gu',
);
const travel = new RegExp(
  `(?<!\\p{L})(?:[Ff]lew|[Ff]lying|[Tt]ravel(?:l?ed|l?ing)?|[Dd]rove|[Dd]riving|[Vv]isiting|[Rr]eturn(?:ed|ing)|[Mm]oved|[Mm]oving|[Tt]rip|[Hh]oliday|[Vv]acation|[Ff]light|[Cc]ame)(?: back| in| over| out| home){0,2} (?:(?:to|from|in) )?(?!(?:to|from|in) )(${capital}(?: ${capital}){0,2})`,
  'gu',
);
const movedTo = new RegExp(
  `(?<=[Mm]oved from ${capital}(?: ${capital}){0,2} to )(${capital}(?: ${capital}){0,2})`,
  'gu',
);

const regions = new Set([
  ...notPlaces,
  ...stateNames.toLowerCase().split('|'),
  'puerto rico',
  'guam',
  'hong kong',
  'bavaria',
  'scotland',
  'catalonia',
  'sicily',
  'crete',
  'punjab',
  'kerala',
  'gujarat',
  'bihar',
  'syria',
  'lebanon',
  'jordan',
  'cuba',
  'haiti',
  'jamaica',
  'ecuador',
  'bolivia',
  'venezuela',
  'nepal',
  'sri lanka',
  'singapore',
  'somalia',
  'uganda',
  'tanzania',
  'zambia',
  'zimbabwe',
  'senegal',
  'cameroon',
  'serbia',
  'croatia',
  'bulgaria',
  'albania',
  'georgia',
  'armenia',
  'afghanistan',
  'myanmar',
  'cambodia',
  'taiwan',
  'samoa',
  'tonga',
  'fiji',
]);
const fromRegion = new RegExp(
  `(?<=(?<!\\p{L})[Ff]rom )(${capital}(?: ${capital}){0,2}), (${capital}(?: ${capital}){0,2})`,
  'gu',
);

const livedIn = ({ matches }: PhiPage): readonly PhiHit[] =>
  [living, travel, movedTo].flatMap((pattern) =>
    matches(pattern).flatMap((match) => {
      const place = match[1]!;
      const plain = place.toLowerCase().replace(/[.,]$/, '');
      const first = plain.split(' ')[0]!;
      // "The data came from Health Connect"; "moved to Lantus".
      if (notPlaces.has(plain) || notNames.has(first) || (isCommonWord(first) && !place.includes(' ')))
        return [];
      const start = match.index + match[0].indexOf(place);
      return [{ kind: 'address' as const, start, end: match.index + match[0].length }];
    }),
  );

/** Towns where somebody is said to live, to come from or to have been born. */
export const findHomeTowns: PhiFinder = {
  patterns: [living, travel, movedTo, fromRegion],
  find: (page) => [
    ...livedIn(page),
    ...hitsOf(page, fromRegion, { kind: 'address', accept: (match) => regions.has(match[2]!.toLowerCase()) }),
  ],
};

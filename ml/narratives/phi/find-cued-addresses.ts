import { notNames } from './not-names.ts';
import { type PhiFinder, unitAhead } from './phi-hit.ts';

const capital = "\\p{Lu}[\\p{L}\\p{M}.'’-]{0,30}";
const particles =
  'de|del|della|di|da|do|dos|das|du|des|la|le|les|los|las|der|den|dem|van|von|am|an|the|of|op|aan|y|e|i|pod|na|u';
const number =
  '(?:(?:n[º°.]|No\\.?:?|no\\.?|nr\\.?|д\\.|дом|#|№) ?)?\\d{1,5}(?:[-/]\\d{1,4}){0,2}(?:[A-Za-z](?![\\p{L}]))?';
/** What says that an address comes. */
const cue =
  '(?:home |street |mailing |postal |current |residential |permanent |new |shipping |delivery )?address(?: is| was)?|[Ll]iv(?:e|es|ed|ing) (?:at|on)|[Rr]esid(?:es?|ing|ent) (?:at|of)|[Rr]esidence(?: is)?(?: at)?|[Ss]tay(?:s|ing) (?:at|with \\p{L}+ at)|[Mm]oved? (?:in)?to|[Vv]isit(?:ed)? (?:at|to)|[Ff]ound (?:at|outside|near)|[Dd]eliver(?:y|ed|ies)? (?:to|at)|[Ss]hip(?:ped|ping)? to|[Mm]ail(?:ed)? (?:it |them |the \\p{L}+ )?to|[Ss]end(?: \\p{L}+){0,3} to|[Ss]ent(?: \\p{L}+){0,3} to|[Pp]ick-?up (?:from|at)|[Cc]ollect(?:ed)? from|[Dd]ischarged to|[Hh]ome (?:is|at)|[Rr]eturn to|[Pp]ost(?:ed)? to|[Bb]illed to|dirección|direccion|domicilio|domiciliad[oa] en|vive en|vivo en|reside en|residente en|adresse|anschrift|wohnhaft(?: in)?|wohnt(?: in)?(?: der| dem)?|wohne(?: in)?(?: der)?|habite(?: au)?|demeurant(?: au)?|demeure(?: au)?|domicilié[e]?(?: au)?|indirizzo|abita(?: in)?|residente in|residenza|vive em|mora na|mora no|mora em|reside na|residente na|morada|endereço|adres|woont(?: op| aan| in)?(?: de| het)?|woonachtig|adress|bor(?: på| i)?|bosatt|bopæl|bostad|asuu|osoite|adres zamieszkania|mieszka(?: przy| na)?|zamieszkał[ay]?|adresa|bydliště|bytem|bydlí|lakcím|lakik|domiciliu|locuiește|adresă|ev adresi|adresi|ikamet|oturuyor|адрес|проживает(?: по адресу)?|живёт(?: на| по)?|прописан|адреса|мешкає|διεύθυνση|μένει|alamat|tinggal di|địa chỉ|sống ở|tirahan|anwani|العنوان|يسكن|כתובת|גר ב|住所|地址|住在|주소';
const numberLast = new RegExp(
  `(?<!\\p{L})(?:${cue})[:：]? {1,2}(?:(?:the|der|dem|w|ul\\.) )?((?:${capital}|\\p{Lo}{2,12})(?:[ -](?:(?:${particles}) )?(?:${capital}|\\p{Lo}{2,12})){0,4},? ${number})(?![\\p{L}\\d%]|[.,]\\d)`,
  'gdiu',
);
const numberFirst = new RegExp(
  `(?<!\\p{L})(?:${cue})[:：]? {1,2}(#?\\d{1,5}(?:[-/]\\d{1,4}){0,2}[A-Za-z]?,? (?:(?:The|Old|New|${particles}) )?${capital}(?: (?:(?:${particles}) )?${capital}){0,4})(?=[.;)]|,|$|\\n| (?:and|in|with|since|so|for|after)(?!\\p{L}))`,
  'gdu',
);
const townFirst = new RegExp(
  `(?<!\\p{L})(?:${cue}):? {1,2}((?:[A-Z]{1,2}-)?\\d{4,5} ${capital}(?: ${capital}){0,2},? ${capital}(?: ${capital}){0,2} \\d{1,4}[a-z]?\\.?)(?![\\p{L}\\d])`,
  'gdu',
);
/** A name and a number where something says that an address comes: "wohnt Am Markt 3", "lives at 3 The Oaks". */
export const findCuedAddresses: PhiFinder = {
  patterns: [numberLast, numberFirst, townFirst],
  find: ({ text, matches }) =>
    [numberLast, numberFirst, townFirst].flatMap((pattern) =>
      matches(pattern).flatMap((match) => {
        const [start, end] = match.indices?.[1] ?? [0, 0];
        const words = match[1]!.split(/[ ,]+/).filter((word) => /^\p{L}/u.test(word));
        if (words.length === 0 || !/^[\p{Lu}\p{Lo}]/u.test(words[0]!)) return [];
        if (
          words
            .slice(1)
            .concat(/^(?:The|Old|New)$/.test(words[0]!) ? [] : words[0]!)
            .some((word) => notNames.has(word.toLowerCase()))
        )
          return [];
        if (unitAhead.test(text.slice(end, end + 24))) return [];
        return [{ kind: 'address' as const, start, end }];
      }),
    ),
};

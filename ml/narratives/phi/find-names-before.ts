import { isCommonWord } from './is-common-word.ts';
import { notNames } from './not-names.ts';
import type { PhiFinder } from './phi-hit.ts';
import { readName } from './read-name.ts';
import { wordNames } from './word-names.ts';

const part = "\\p{Lu}[\\p{L}\\p{M}'.-]{0,30}";
const degrees =
  'MD|M\\.D\\.|DO|RN|R\\.N\\.|NP|FNP|ANP|PA-C|PA|PhD|Ph\\.D\\.?|MBBS|MBChB|BMBS|MRCP|FRCP|FRCS|FACP|FACE|DNP|RD|RDN|LPN|LVN|CNA|DDS|DMD|DPM|PharmD|Pharm\\.D\\.?|LCSW|LMFT|LPC|PsyD|BSN|MSN|APRN|CRNA|CNM|CDE|CDCES|RPh|OTR|DPT|MPH|MSc|BSc|Esq';
const relation =
  'wife|husband|spouse|partner|fiancée?|boyfriend|girlfriend|son|daughter|mother|father|mom|mum|dad|sister|brother|aunt|uncle|niece|nephew|cousin|grand(?:mother|father|ma|pa|son|daughter)|step(?:mother|father|son|daughter)|(?:mother|father|sister|brother|son|daughter)-in-law|friend|neighbou?r|caregiver|carer|guardian|roommate|flatmate|colleague|nurse|doctor|GP|cardiologist|endocrinologist|physiotherapist|therapist|dietiti?[ac]ian|pharmacist|interpreter|social worker|case manager|RN|MD|NP|NOK|next of kin|esposa|esposo|hija|hijo|hermana|hermano|madre|padre|femme|mari|fille|fils|mère|père|sœur|frère|Ehefrau|Ehemann|Tochter|Sohn|Mutter|Vater|Schwester|Bruder|moglie|marito|figlia|figlio|filha|filho|mãe|pai';

/**
 * Names before what tells them: -san, MD, "(daughter)", a date of birth. The pattern meets the teller first and then
 * looks back, so that text without one costs nothing; group 1 is the name.
 */
const tellers = [
  /(?<=(?<!\p{L})[Tt]he (\p{Lu}[\p{L}'-]{1,20})) (?:family|household|residence|twins|sisters|brothers)(?!\p{L})/dgu,
  /-(?:san|sama|sensei|kun|chan|ssi|nim|ji|bey|hanım|jan|sahib|saheb|da|di|bhai|ben)(?!\p{L})(?<=(?<!\p{L})(\p{Lu}\p{Ll}{1,20})-\p{Ll}{2,6})/dgu,
  /(?:Bey|Hanım|Hanim|Efendi|Sahib|Saheb|Garu|Amca|Teyze|Abla|Ağabey|[Ss]ensei|[Ss]an|ji|Laoshi)(?!\p{L})(?<=(?<!\p{L})((?:\p{Lu}[\p{L}'.-]{0,30} ){0,2}\p{Lu}[\p{L}'.-]{0,30}) \p{L}{2,6})/dgu,
  new RegExp(
    `(?:,? |,)\\(?(?:${degrees})(?![\\p{L}])(?<=(?<!\\p{L})((?:${part} ){1,3}${part}|${part}(?=,)),? ?\\(?[\\p{L}.-]{2,8})`,
    'dgu',
  ),
  new RegExp(
    `(?:,? \\(|, (?:(?:his|her|their|my|the patient's|patient's|our) )?)(?:(?:older|younger|eldest|elder|late|adult|his|her|their) )?(?:${relation})(?!\\p{L})(?<=(?<![\\p{L}-])((?:${part} ){0,3}${part})(?:,? \\(|, )[\\p{L}' -]{2,44})`,
    'dgu',
  ),
  new RegExp(
    `(?:,? ?[(|]?\\s?(?:DOB|D\\.O\\.B\\.?|MRN|born|NHS (?:no|number)|SSN|aged)(?!\\p{L})|,? (?:is |was )?an? \\d{1,3}[ -]year|, \\d{1,3},|,? \\(?\\d{1,3} ?(?:y\\/?o|years|yo|yrs|[MFmf][,)]))(?<=(?<![\\p{L}-])((?:${part},? ){1,2}${part})(?:,? ?[(|]?\\s?(?:DOB|D\\.O\\.B\\.?|MRN|born|NHS (?:no|number)|SSN|aged)|,? (?:is |was )?an? \\d{1,3}[ -]year|,? \\(?\\d{1,3}(?:,| ?(?:y\\/?o|years|yo|yrs|[MFmf][,)]))))`,
    'dgu',
  ),
];

const familyFirst = /^(\p{L}[\p{L}'-]+), /u;

const isNoFamily = (word: string) => isCommonWord(word) && !wordNames.has(word);

const isPerson = (name: string) => {
  // "Mean Glucose, 142," is a heading; "The Daughter" is nobody.
  const plain = name.toLowerCase();
  if (familyFirst.test(name)) return !isNoFamily(plain.split(',')[0]!);
  if (isNoFamily(plain) || notNames.has(plain)) return false;
  if (wordNames.has(plain)) return true;
  return readName(name, 0, { isUnusual: true }) === name.length;
};

/** Names whose degree, relation, honorific or date of birth stands behind them. */
export const findNamesBefore: PhiFinder = {
  patterns: tellers,
  find: ({ matches }) =>
    tellers.flatMap((pattern) =>
      matches(pattern).flatMap((match) => {
        const place = match.indices?.[1];
        if (place === undefined || !isPerson(match[1]!)) return [];
        return [{ kind: 'name' as const, start: place[0], end: place[1] }];
      }),
    ),
};

import { isCommonWord } from './is-common-word.ts';
import { isGivenName } from './is-given-name.ts';
import { nameCues } from './name-cues.ts';
import { notNames } from './not-names.ts';
import type { PhiFinder, PhiHit } from './phi-hit.ts';
import { readName } from './read-name.ts';

/** A word with one capital, at its start: "Ana", not "ANA". */
const capitalised = /(?<![\p{L}\p{M}'’-])\p{Lu}[\p{Ll}\p{M}]{2,30}(?![\p{L}\p{M}])/gu;

/** What people do and glucose does not; at the end of a name. */
const does =
  /^ (?:(?:has|shows|had) (?:\d|prediabetes|diabetes|asthma|hypertension|pain|low|high)|shares?|declined|declines|reported|reports|said|says|walked|walks|slept|sleeps|ran|runs|felt|feels|logged|logs|ate|eats|drank|took|takes|wrote|called|told|asked|denies|denied|complained|complains|needs|wants|exercised|exercises|fasts|fasted|stopped|started|wore|wears|prefers|forgot|thinks|tracks|tracked|lives|works|swam|cycled|cycles|jogged|woke|skipped|noticed|gained|lost|has (?:been|had|a)|had (?:a|an|two|three|been)|is (?:a|an|feeling|taking|on)|was (?:seen|feeling|admitted|told|asked|diagnosed))(?!\p{L})/u;

/** What only a person does, whatever they are called. */
const speaks =
  /^ (?:says?|said|thinks|tells us|told us|reports|reported|feels|felt)(?: that)? (?:he|she|they|his|her)(?!\p{L})/u;

/** What belongs to a person: "Maria's glucose", but not "Addison's disease". */
const owns =
  /^['’]s? (?:mean |average |resting |daily |weekly |fasting |latest |last |own )?(?:glucose|blood|heart|pulse|sleep|steps|step|weight|readings|reading|data|log|logs|diary|report|summary|house|home|place|party|birthday|wedding|iphone|ipad|fitbit|garmin|libre|dexcom|pump|cgm|dog|cat|car|bike|kitchen|insurance|mum|mom|dad|sister|brother|partner|gp|cardiologist|endocrinologist|watch|sensor|meter|sugar|sugars|a1c|hba1c|bmi|insulin|mood|doctor|nurse|mother|father|wife|husband|daughter|son|family|phone|email|address)(?!\p{L})/iu;

/** Where a person stands: "the readings of Maria", "mean glucose for Maria was". */
const stands = /(?<!\p{L})(?:for|of|from|by|with|told|asked|saw|met) $/u;

/** Ends of terms that are called after somebody. */
const term =
  /^ (?:disease|syndrome|sign|test|palsy|phenomenon|protocol|scale|score|criteria|method|formula|index|effect|reflex|diet|stage|grade|county|city|clinic|hospital|equation|ratio|limits|grid|law|model|curve|nodes?|virus|zone|cells?|insulin|pen|manoeuvre|maneuver)(?!\p{L})/iu;

/**
 * Names that no title and no cue gives: a known given name with another word of a name behind it, one alone where only
 * a person can stand, and two words with capitals that do what only people do.
 */
export const findGivenNames: PhiFinder = {
  patterns: [],
  find: ({ text }) => {
    const hits: PhiHit[] = [];
    let read = 0;
    for (const { 0: first, index: start } of text.matchAll(capitalised)) {
      if (start < read) continue;
      const end = readName(text, start, bare);
      if (end === start || !isSurelyName(text, { first, start, end })) continue;
      read = end;
      hits.push({ kind: 'name', start, end });
    }
    return hits;
  },
};

const bare = { isBare: true } as const;

const isSurelyName = (text: string, { first, start, end }: { first: string; start: number; end: number }) => {
  const name = text.slice(start, end);
  const isAlone = !name.includes(' ') || !name.replace(/,? (?:Jr|Sr|I{2,3}|IV)\.?$/, '').includes(' ');
  const isKnown = isGivenName(first);
  const rest = text.slice(end, end + 40);
  if (!isAlone) return isKnown || (does.test(rest) && !nameCues.has(first.toLowerCase()));
  return (
    speaks.test(rest) ||
    (owns.test(rest) && isUnusual(first)) ||
    (isKnown && !term.test(rest) && isPerson(text.slice(Math.max(0, start - 40), start), rest))
  );
};

/** No word of English, no maker, no device: "Olumide's glucose", but not "Garmin's data". */
const isUnusual = (word: string) => !isCommonWord(word.toLowerCase()) && !notNames.has(word.toLowerCase());

const isPerson = (before: string, after: string) =>
  does.test(after) ||
  owns.test(after) ||
  stands.test(before) ||
  isGivenName(/(\p{Lu}[\p{Ll}\p{M}]{2,30}) (?:and|&) $/u.exec(before)?.[1] ?? '') ||
  isGivenName(/^ (?:and|&) (\p{Lu}[\p{Ll}\p{M}]{2,30})(?!\p{L})/u.exec(after)?.[1] ?? '');

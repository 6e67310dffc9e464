import { weekdays } from './month-names.ts';
import { type PhiFinder, unitAhead } from './phi-hit.ts';

const monthDay = '(?:1[0-2]|0?[1-9])/(?:3[01]|[12]\\d|0?[1-9])';
const dayMonth = '(?:3[01]|[12]\\d|0?[1-9])/(?:1[0-2]|0?[1-9])';
const slashed = `(?:${monthDay}|${dayMonth})`;
const dashed = '(?:(?:1[0-2]|0[1-9])-(?:3[01]|[012]\\d)|(?:3[01]|[012]\\d)-(?:1[0-2]|0[1-9]))';
const cue = `(?:on|since|dated?|dob|dod|doa|dos|lmp|edd|edc|born|birthday|until|till|seen|visit(?:ed)?|admitted|admission|discharged?|appointment|appt|scheduled|follow-up|f/u|starting|started|stopped|surgery|operated|booked|d\\.o\\.b\\.|next|last|due|exp(?:iry|ires|iration)?|called|dated|am|vom|seit|ab|le|depuis|el|desde|il|em|den|op|${weekdays})`;

const cued = new RegExp(
  `(?<![\\p{L}])${cue}(?: (?:is|was|on|of|for|date|visit|seen|the))*[ :,.]{1,3}(${slashed}|${dashed})(?![\\d/%-]|\\.\\d)`,
  'giu',
);
/** A German date has its full stop: 09.05. */
const dotted =
  /(?<![\p{L}])(?:am|vom|bis|seit|ab|zum|dem|den|der|op|dne|dnia|от|с|до)(?: \p{L}{2,10},)? ((?:3[01]|[12]\d|0?[1-9])\.(?:1[0-2]|0?[1-9])\.)(?!\d)/giu;
/** Half a tablet is no second of January. */
const fraction = /^(?:on|next|last|due|am|ab|le|el|il|em|den|op)\W.*\b[123]\/[234]$/i;
/** One date joined to another. */
const joined = new RegExp(
  `(?:,| and| &| to| or|-) ?(?:(?:again|then|and|also) )?(?:on )?(${slashed})(?![\\d/%-]|\\.\\d)`,
  'y',
);

const isCount = (ahead: string) =>
  /^ ?(?:of|nights|days|weeks|years|lows|highs|hypos|times|doses|tabs?|tablets?)(?!\p{L})/u.test(ahead) ||
  unitAhead.test(ahead);

/** Days of a year without the year, where something tells that they are days: "seen 5/9", "am 09.05.". */
export const findShortDates: PhiFinder = {
  patterns: [cued, dotted],
  find: ({ text, matches }) =>
    [...matches(cued), ...matches(dotted)].flatMap((match) => {
      const end = match.index + match[0].length;
      if (fraction.test(match[0])) return [];
      if (isCount(text.slice(end, end + 24))) return [];
      const first = { kind: 'date' as const, start: end - match[1]!.length, end };
      joined.lastIndex = end;
      const second = joined.exec(text);
      if (second === null) return [first];
      const secondEnd = end + second[0].length;
      if (isCount(text.slice(secondEnd, secondEnd + 24))) return [first];
      return [first, { kind: 'date' as const, start: secondEnd - second[1]!.length, end: secondEnd }];
    }),
};

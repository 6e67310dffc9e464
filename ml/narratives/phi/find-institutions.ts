import { isCommonWord } from './is-common-word.ts';
import { notNames } from './not-names.ts';
import type { PhiFinder } from './phi-hit.ts';

const capital = "\\p{Lu}[\\p{L}\\p{M}.'’&-]{0,30}";
const institution =
  'Hospital|Hospice|Clinic|Infirmary|Medical Cent(?:er|re)|Health Cent(?:er|re)|High School|Primary School|Elementary School|Middle School|School|College|University|Academy|Nursing Home|Care Home|Church|Mosque|Synagogue|Pharmacy';

/** Where somebody was, by name: "seen at Cedar Valley Clinic", but not "the Clinic". */
const visited = new RegExp(
  `(?<!\\p{L})(?:[Aa]t|[Tt]o|[Ff]rom|[Ii]n|[Aa]ttends|[Aa]ttended|[Vv]isited|[Ll]eft|[Cc]\\/[Oo]) (?:the )?((?:${capital} ){1,4}(?:${institution}))(?!\\p{L})`,
  'gdu',
);
const employer = new RegExp(
  `(?<!\\p{L})(?:[Ww]orks|[Ww]orked|[Ww]orking|[Ee]mployed|[Jj]ob|[Ss]hifts?|[Hh]ired|[Rr]etired|[Ll]aid off) (?:at|for|from|(?<=mployed )by|(?<=ired )by|(?<=hifts? |[Jj]ob )with) (?:the )?(${capital}(?: ${capital}){0,3})`,
  'gdu',
);

/** Hospitals, schools and employers by name, which narrow down who somebody is as an address does. */
export const findInstitutions: PhiFinder = {
  patterns: [visited, employer],
  find: ({ matches }) =>
    [visited, employer].flatMap((pattern) =>
      matches(pattern).flatMap((match) => {
        const [start, end] = match.indices?.[1] ?? [];
        const name = match[1]?.toLowerCase() ?? '';
        if (start === undefined || end === undefined || notNames.has(name.split(' ')[0]!)) return [];
        // "Works nights", "retired from Nursing".
        if (!name.includes(' ') && isCommonWord(name)) return [];
        return [{ kind: 'address', start, end } as const];
      }),
    ),
};

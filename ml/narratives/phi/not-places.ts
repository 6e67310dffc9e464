import { listOf } from '../../text/list-of.ts';

/** What follows "lives in" or "born in" and is no town: countries, larger regions, and ways of living. */
export const notPlaces: ReadonlySet<string> = new Set(
  listOf(`
    germany, france, spain, italy, portugal, poland, austria, switzerland, belgium, netherlands, denmark, sweden,
    norway, finland, iceland, ireland, england, scotland, wales, britain, great britain, united kingdom, uk,
    united states, usa, us, america, north america, south america, canada, mexico, brazil, argentina, chile, peru,
    colombia, india, pakistan, bangladesh, china, japan, korea, south korea, vietnam, thailand, indonesia, malaysia,
    philippines, australia, new zealand, africa, south africa, nigeria, kenya, ghana, ethiopia, egypt, morocco,
    turkey, israel, iran, iraq, saudi arabia, russia, ukraine, romania, hungary, greece, czechia, europe, asia,
    i, spring, summer, autumn, winter, january, february, march, april, may, june, july, august, september, october,
    november, december, monday, tuesday, wednesday, thursday, friday, saturday, sunday
  `),
);

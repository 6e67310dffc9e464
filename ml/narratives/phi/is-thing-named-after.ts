import type { PhiHit } from './phi-hit.ts';

/** Diseases, products, foods, firms and tests that bear the names of people; only what holds a name of two is here. */
export const namedThings =
  /(?<!\p{L})(?:circle of Willis|St\.? John'?s wort|St\.? Jude|St\.? Anthony'?s fire|Lou Gehrig'?s|Charcot[- ]Marie[- ]Tooth|Guillain[- ]Barr[ée]|Henoch[- ]Sch[öo]nlein|Stevens[- ]Johnson|Wolff[- ]Parkinson[- ]White|Lennox[- ]Gastaut|Prader[- ]Willi|Ehlers[- ]Danlos|Creutzfeldt[- ]Jakob|Epstein[- ]Barr|Osgood[- ]Schlatter|Peutz[- ]Jeghers|Kearns[- ]Sayre|Hoehn (?:and|&) Yahr|Hosmer[- ]Lemeshow|Mantel[- ]Haenszel|Kaplan[- ]Meier|Bland[- ]Altman|Mann[- ]Whitney|Harris[- ]Benedict|Mifflin[- ]St\.? Jeor|Cockcroft[- ]Gault|Johnson (?:&|and) Johnson|Eli Lilly|Novo Nordisk|Becton Dickinson|Mary Kay|Boston Scientific|Johns Hopkins|Mayo Clinic|Joslin|Kaiser Permanente|Mount Sinai|Cleveland Clinic|Uncle Ben'?s|Aunt Jemima|Ben (?:&|and) Jerry'?s|Jack Daniel'?s?|Jim Beam|Johnnie Walker|Captain Morgan|Earl Grey|Granny Smith|Sara Lee|Betty Crocker|Trader Joe'?s?|Papa John'?s?|Jimmy John'?s|Carl'?s Jr|Little Debbie|Tim Hortons?|Dunkin|Shirley Temple|Bloody Mary|Virgin Mary|Arnold Palmer|Cobb salad|Caesar salad|Dr\.? (?:Pepper|Scholl'?s?|Martens|Bronner'?s?|Oetker|Google|Who)|Mrs\.? (?:Meyer'?s|Dash|Butterworth'?s|Fields)|Mr\.? (?:Coffee|Clean|Bean|Potato Head)|King Arthur flour|Quaker Oats|Amy'?s Kitchen|Annie'?s|Ella'?s|Newman'?s Own|Jane Fonda|Joe Wicks|Peter Attia|Andrew Huberman|Richard Simmons|Jillian Michaels|Cindy Crawford|Florence Nightingale|Marie Curie|Frederick Banting|Charles Best|Ada Lovelace|Alexander Fleming|Big Ben|Chris Froome|Usain Bolt|Eliud Kipchoge|Tour de France|Martha'?s Vineyard|Valentine'?s Day|Martin Luther King(?: Jr\.?)? Day|Mc ?Donald'?s|Wendy'?s|Denny'?s|Arby'?s|Hardee'?s|Levi'?s|Kellogg'?s|Campbell'?s|Heinz|Hershey'?s|Cadbury'?s?|Sainsbury'?s?|Macy'?s|Lowe'?s|Sam'?s Club|Harry Potter|Taylor Swift|Grey'?s Anatomy|Nurse Jackie|Dr\.? (?:House|Oz|Phil|Strange)|Ed Sheeran|James Bond|Bob Marley|Michael Jackson|Elton John|Billie Eilish|Mickey Mouse|Santa Claus|Father Christmas|Peter Pan|Darth Vader|Jesus Christ|Mother Nature|Mother Teresa|Uncle Sam|Sherlock Holmes|Lance Armstrong|Dale Carnegie|Isaac Newton|Louis Pasteur|Sigmund Freud|Carl Jung|Nathan'?s)(?!\p{L})/giu;

/**
 * Whether a name is part of what is called after somebody: a disease, a firm, a food.
 *
 * @param things - matches of `namedThings` in a text
 * @returns a test for hits of this text
 * @example
 * isThingNamedAfter([...'The circle of Willis'.matchAll(namedThings)])({ kind: 'name', start: 14, end: 20 }) // => true
 */
export const isThingNamedAfter = (things: readonly RegExpExecArray[]): ((hit: PhiHit) => boolean) => {
  const spans = things.map((match) => [match.index, match.index + match[0].length] as const);
  if (spans.length === 0) return () => false;
  return ({ start, end }) => {
    // The last span that begins at or before the hit, by halving.
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (spans[middle]![0] <= start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && end <= spans[low - 1]![1];
  };
};

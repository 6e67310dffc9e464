import { letterClasses } from './letter-classes.ts';
import { type PatternEntry, patternAutomaton } from './pattern-automaton.ts';

/** Where each pattern may begin, in order; none of a pattern that may begin too often. */
export type Starts = readonly (readonly number[] | undefined)[];

/** Sets of states that are kept; then all are forgotten. */
const mostSets = 2048;
/** Classes of characters that a row of the table has room for, as a power of two. */
const classBits = 10;
/** States that may be looked at for the sake of one text; one that needs more is left to the patterns themselves. */
const mostWork = 20_000_000;
/** What a new set costs besides, in states. */
const setWork = 500;
/** Characters after which all patterns that still go on are taken for met. */
const mostSteps = 48;
/** A pattern that may begin at more than one of so many characters looks through the text faster by itself. */
const fewestBetween = 48;

/** Marks of a set of states: no pattern goes on from it; a pattern is met there. */
const [isLast, hasMet] = [1, 2] as const;

/**
 * Finds where in a text each of some patterns may begin, in one pass for all of them.
 *
 * A deterministic automaton whose states are made as they are met (Thompson 1968; as in RE2) reads on from every
 * character for as long as any pattern goes on, which at most characters none does. It knows less than the patterns, so
 * that some of what it names is no match, and none that is one is missing.
 *
 * @param patterns - global, of the syntax that `parsePattern` reads
 * @returns starts by the place of each pattern, for a text; O(n) whatever the text
 * @example
 * findStarts([/\d+ mg/g])('take 20 mg or 5 ml') // => [[5, 6]]
 */
export const findStarts = (patterns: readonly RegExp[]): ((text: string) => Starts) => {
  const { letters, letterOf, nextOf, patternOf, entries } = patternAutomaton(patterns);
  const classes = letterClasses(letters);
  const isOfPairs = letters.map(({ flags }) => flags.includes('u'));
  const isTaken = new Uint8Array(letters.length);
  /** The round in which a state was reached last. */
  const reachedIn = new Uint32Array(letterOf.length);
  let round = 0;

  // Of each set of states: its members, the patterns that are met there, and whether none goes on or any is met.
  let sets = new Map<string, number>();
  let members: (readonly number[])[] = [];
  let metIn: (readonly number[])[] = [];
  let owners: (readonly number[])[] = [];
  const marks = new Uint8Array(mostSets);
  /** Where each class of characters leads from each set, and from the beginning behind it; 0 where that is not known. */
  const table = new Uint16Array(mostSets << classBits);
  const starts = new Uint16Array(1 << classBits);
  let startsByEntries = new Map<string, number>();
  let work = 0;

  const forget = () => {
    sets = new Map();
    startsByEntries = new Map();
    members = [[]];
    metIn = [[]];
    owners = [];
    table.fill(0);
    starts.fill(0);
  };
  forget();

  /** With the states that those lead to by themselves, less all of the patterns that are met. */
  const setOf = (from: readonly number[]): number => {
    round += 1;
    const reached: number[] = [];
    const met: number[] = [];
    const add = (state: number) => {
      if (reachedIn[state] === round) return;
      reachedIn[state] = round;
      reached.push(state);
    };
    for (const state of from) add(state);
    for (const state of reached) {
      if (letterOf[state] !== -1) continue;
      if (nextOf[state]!.length === 0 && !met.includes(patternOf[state]!)) met.push(patternOf[state]!);
      for (const next of nextOf[state]!) add(next);
    }
    const states = reached.filter((state) => letterOf[state] !== -1 && !met.includes(patternOf[state]!));
    states.sort((a, b) => a - b);
    const key = `${states.join()}|${met.join()}`;
    const known = sets.get(key);
    if (known !== undefined) return known;
    const set = members.push(states) - 1;
    metIn.push(met);
    marks[set] = (states.length === 0 ? isLast : 0) | (met.length > 0 ? hasMet : 0);
    sets.set(key, set);
    return set;
  };

  /** The patterns that go on from a set. */
  const ownersOf = (set: number): readonly number[] => {
    owners[set] ??= [...new Set(members[set]!.map((state) => patternOf[state]!))];
    return owners[set];
  };

  const takeLetters = (of: number, taken: 0 | 1) => {
    for (const letter of classes.lettersOf[of]!) isTaken[letter] = taken;
  };

  const step = (set: number, by: number): number => {
    work += members[set]!.length + setWork;
    takeLetters(by, 1);
    const reached: number[] = [];
    for (const state of members[set]!) {
      const letter = letterOf[state]!;
      // The second half of a pair was read with the first.
      if (by === classes.tail && isOfPairs[letter]!) reached.push(state);
      else if (isTaken[letter] === 1) reached.push(...nextOf[state]!);
    }
    takeLetters(by, 0);
    const next = setOf(reached);
    table[(set << classBits) | by] = next;
    return next;
  };

  const mayBegin = ({ notBehind, behind }: PatternEntry) =>
    !notBehind.some((letter) => isTaken[letter] === 1) &&
    (behind === undefined || behind.some((letter) => isTaken[letter] === 1));

  const startBehind = (before: number): number => {
    takeLetters(before, 1);
    const open = entries.filter(mayBegin).map(({ state }) => state);
    takeLetters(before, 0);
    const key = open.join();
    const start = startsByEntries.get(key) ?? setOf(open);
    startsByEntries.set(key, start);
    starts[before] = start;
    return start;
  };

  return (text) => {
    const most = Math.ceil(text.length / fewestBetween) + 8;
    const found: (number[] | undefined)[] = patterns.map(() => []);
    const add = (met: readonly number[], start: number) => {
      for (const pattern of met) {
        if (found[pattern]?.push(start) === most) found[pattern] = undefined;
      }
    };
    const ownClasses = classes.classesOf(text);
    let before = classes.none;
    work = 0;
    for (let start = 0; start < text.length; start += 1) {
      const own = ownClasses[start]!;
      if (own === classes.tail) continue;
      // Only here, where no set is held.
      if (members.length > mostSets - mostSteps - 2) forget();
      let set = starts[before]! || startBehind(before);
      before = own;
      if ((marks[set]! & hasMet) !== 0) add(metIn[set]!, start);
      for (let at = start; at < text.length; at += 1) {
        const by = ownClasses[at]!;
        set = table[(set << classBits) | by]! || step(set, by);
        const mark = marks[set]!;
        if (mark === 0 && at - start < mostSteps) continue;
        if ((mark & hasMet) !== 0) add(metIn[set]!, start);
        if ((mark & isLast) !== 0) break;
        if (at - start < mostSteps) continue;
        add(ownersOf(set), start);
        break;
      }
      if (work > mostWork) return patterns.map(() => undefined);
    }
    return found;
  };
};

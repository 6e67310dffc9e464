import { letterClasses } from './letter-classes.ts';
import { hashOf, isSame } from './number-lists.ts';
import { numberTable } from './number-table.ts';
import { type PatternEntry, patternAutomaton } from './pattern-automaton.ts';

/** Where each pattern may begin, in order; none of a pattern that may begin too often. */
export type Starts = readonly (readonly number[] | undefined)[];

/** Sets of states, and ways from one to the next, that are kept; then all are forgotten. */
const mostSets = 16_000;
const mostWays = 400_000;
/** More than the patterns' letters tell apart. */
const mostClasses = 1536;
/** Sets that are found by their place: most of a text is read by the first that are met. */
const directSets = 1300;
/** States that may be looked at for the sake of one text; one that needs more is left to the patterns themselves. */
const mostWork = 60_000_000;
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
  /** The set at hand: its states so far, and the patterns that are met. */
  const reached = new Int32Array(letterOf.length);
  let count = 0;
  let met: number[] = [];

  // Of each set of states: its members, the patterns that are met there, and whether none goes on or any is met.
  let sets = new Map<number, number[]>();
  let members: Int32Array[] = [];
  let metIn: (readonly number[])[] = [];
  let owners: (readonly number[])[] = [];
  const marks = new Uint8Array(mostSets);
  const ways = numberTable(mostWays, directSets * mostClasses);
  /** The set from which a reading begins behind each class of characters; 0 where it is not known. */
  const starts = new Uint16Array(mostClasses);
  let startsByEntries = new Map<string, number>();
  let work = 0;

  const forget = () => {
    sets = new Map();
    startsByEntries = new Map();
    members = [new Int32Array()];
    metIn = [[]];
    owners = [];
    ways.clear();
    starts.fill(0);
  };
  forget();

  /** Adds to the set at hand a state, or all that it leads to by itself. */
  const reach = (state: number): void => {
    if (reachedIn[state] === round) return;
    reachedIn[state] = round;
    if (letterOf[state] !== -1) {
      reached[count] = state;
      count += 1;
      return;
    }
    const next = nextOf[state]!;
    if (next.length === 0 && !met.includes(patternOf[state]!)) met.push(patternOf[state]!);
    for (const other of next) reach(other);
  };

  /** The set of what was reached, less all of the patterns that are met. */
  const setReached = (): number => {
    if (met.length > 0) {
      let kept = 0;
      for (let at = 0; at < count; at += 1) {
        if (met.includes(patternOf[reached[at]!]!)) continue;
        reached[kept] = reached[at]!;
        kept += 1;
      }
      count = kept;
    }
    const states = reached.subarray(0, count).sort();
    const hash = hashOf(states) ^ hashOf(met);
    const alike = sets.get(hash) ?? [];
    const known = alike.find((set) => isSame(members[set]!, states) && isSame(metIn[set]!, met));
    if (known !== undefined) return known;
    const set = members.push(states.slice()) - 1;
    metIn.push(met);
    marks[set] = (count === 0 ? isLast : 0) | (met.length > 0 ? hasMet : 0);
    sets.set(hash, [...alike, set]);
    return set;
  };

  const beginSet = () => {
    round += 1;
    count = 0;
    met = [];
  };

  /** The patterns that go on from a set. */
  const ownersOf = (set: number): readonly number[] => {
    owners[set] ??= [...new Set(Array.from(members[set]!, (state) => patternOf[state]!))];
    return owners[set];
  };

  const takeLetters = (of: number, taken: 0 | 1) => {
    for (const letter of classes.lettersOf[of]!) isTaken[letter] = taken;
  };

  const step = (set: number, by: number): number => {
    work += members[set]!.length + setWork;
    takeLetters(by, 1);
    beginSet();
    for (const state of members[set]!) {
      const letter = letterOf[state]!;
      if (isTaken[letter] === 1) for (const next of nextOf[state]!) reach(next);
      // The second half of a pair was read with the first.
      else if (by === classes.tail && isOfPairs[letter]!) reach(state);
    }
    takeLetters(by, 0);
    const next = setReached();
    ways.set(set * mostClasses + by, next);
    return next;
  };

  const setOf = (from: readonly number[]): number => {
    beginSet();
    for (const state of from) reach(state);
    return setReached();
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
      if (members.length > mostSets - mostSteps - 2 || ways.size() > mostWays - mostSteps) forget();
      let set = starts[before]! || startBehind(before);
      before = own;
      if ((marks[set]! & hasMet) !== 0) add(metIn[set]!, start);
      for (let at = start; at < text.length; at += 1) {
        const by = ownClasses[at]!;
        set = ways.get(set * mostClasses + by) || step(set, by);
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

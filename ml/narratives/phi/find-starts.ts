import { letterClasses } from './letter-classes.ts';
import { type PatternEntry, patternAutomaton } from './pattern-automaton.ts';

/** States of the automaton in which a reading may be, and where each class of characters leads from there. */
interface StateSet {
  readonly states: readonly number[];
  /** Patterns that are met here. */
  readonly met: readonly number[];
  /** Whether no pattern goes on. */
  readonly isLast: boolean;
  readonly next: (StateSet | undefined)[];
}

/** Where each pattern may begin, in order; none of a pattern that may begin too often. */
export type Starts = readonly (readonly number[] | undefined)[];

/** Sets that are kept; then all are forgotten. */
const mostSets = 4000;
/** States that may be looked at for the sake of one text; one that needs more is left to the patterns themselves. */
const mostWork = 20_000_000;
/** What a new set costs besides, in states. */
const setWork = 500;
/** Characters after which all patterns that still go on are taken for met. */
const mostSteps = 48;
/** A pattern that may begin at more than one of so many characters looks through the text faster by itself. */
const fewestBetween = 48;

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
  let sets = new Map<string, StateSet>();
  let starts: (StateSet | undefined)[] = [];
  let startsByEntries = new Map<string, StateSet>();
  let work = 0;

  /** With the states that those lead to by themselves, less all of the patterns that are met. */
  const setOf = (from: readonly number[]): StateSet => {
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
    if (sets.size === mostSets) {
      sets = new Map();
      starts = [];
      startsByEntries = new Map();
    }
    const set = { states, met, isLast: states.length === 0, next: [] };
    sets.set(key, set);
    return set;
  };

  const takeLetters = (of: number, taken: 0 | 1) => {
    for (const letter of classes.lettersOf[of]!) isTaken[letter] = taken;
  };

  const step = (set: StateSet, by: number): StateSet => {
    work += set.states.length + setWork;
    takeLetters(by, 1);
    const reached: number[] = [];
    for (const state of set.states) {
      const letter = letterOf[state]!;
      // The second half of a pair was read with the first.
      if (by === classes.tail && isOfPairs[letter]!) reached.push(state);
      else if (isTaken[letter] === 1) reached.push(...nextOf[state]!);
    }
    takeLetters(by, 0);
    const next = setOf(reached);
    set.next[by] = next;
    return next;
  };

  const mayBegin = ({ notBehind, behind }: PatternEntry) =>
    !notBehind.some((letter) => isTaken[letter] === 1) &&
    (behind === undefined || behind.some((letter) => isTaken[letter] === 1));

  const startBehind = (before: number): StateSet => {
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
    const classAt = new Uint16Array(text.length);
    for (let at = 0; at < text.length; at += 1) classAt[at] = classes.classAt(text, at);
    work = 0;
    let before = classes.none;
    for (let start = 0; start < text.length; start += 1) {
      const own = classAt[start]!;
      if (own === classes.tail) continue;
      let set = starts[before] ?? startBehind(before);
      if (set.met.length > 0) add(set.met, start);
      for (let at = start; at < text.length; at += 1) {
        const by = classAt[at]!;
        set = set.next[by] ?? step(set, by);
        if (set.met.length > 0) add(set.met, start);
        if (set.isLast) break;
        if (at - start === mostSteps) {
          add([...new Set(set.states.map((state) => patternOf[state]!))], start);
          break;
        }
      }
      if (work > mostWork) return patterns.map(() => undefined);
      before = own;
    }
    return found;
  };
};

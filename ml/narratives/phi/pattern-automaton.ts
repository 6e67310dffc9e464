import { leastLength, type PatternTree, parsePattern } from './parse-pattern.ts';

/** What one character must be. */
export interface Letter {
  readonly source: string;
  readonly flags: string;
}

/**
 * Patterns as one non-deterministic automaton over characters (Thompson 1968). It accepts all that they match, and
 * somewhat more: looks are passed over, long repetitions go on for ever, and what needs `depth` characters is accepted.
 */
export interface PatternAutomaton {
  readonly letters: readonly Letter[];
  /** Of each state: the letter that leads on, or -1 where it leads on by itself. */
  readonly letterOf: readonly number[];
  /** Of each state: the next ones; none where a pattern is accepted. */
  readonly nextOf: readonly (readonly number[])[];
  /** Of each state: the pattern that it belongs to, by its place. */
  readonly patternOf: readonly number[];
  readonly entries: readonly PatternEntry[];
}

/** Where a pattern begins. */
export interface PatternEntry {
  readonly state: number;
  /** Letters that bar it when one of them stands before. */
  readonly notBehind: readonly number[];
  /** Letters of which one must stand before, if it says so. */
  readonly behind?: readonly number[];
}

/** Characters after which a pattern is taken for met. */
const depth = 20;
/** Repetitions that are counted; of more there may be any number. */
const mostCounted = 4;

const isNullable = (tree: PatternTree) => leastLength(tree) === 0;

/** Characters that a pattern may end with. */
const lastUnits = (tree: PatternTree): readonly string[] => {
  if (tree.kind === 'unit') return [tree.source];
  if (tree.kind === 'choice') return tree.options.flatMap(lastUnits);
  if (tree.kind === 'repeat') return lastUnits(tree.body);
  if (tree.kind === 'look') return [];
  const from = tree.parts.findLastIndex((part) => !isNullable(part));
  return tree.parts.slice(Math.max(0, from)).flatMap(lastUnits);
};

/** Characters of which one alone is all that a pattern needs. */
const soleUnits = (tree: PatternTree): readonly string[] => {
  if (tree.kind === 'unit') return [tree.source];
  if (tree.kind === 'choice') return tree.options.flatMap(soleUnits);
  if (tree.kind === 'repeat') return tree.least < 2 ? soleUnits(tree.body) : [];
  if (tree.kind === 'look' || tree.parts.some(({ kind }) => kind === 'look')) return [];
  return tree.parts.flatMap((part) =>
    tree.parts.every((other) => other === part || isNullable(other)) ? soleUnits(part) : [],
  );
};

/** Characters of which none may stand before a pattern, whichever way it begins. */
const barredBefore = (tree: PatternTree): readonly string[] => {
  if (tree.kind === 'choice') {
    const [first, ...others] = tree.options.map(barredBefore);
    return first!.filter((unit) => others.every((units) => units.includes(unit)));
  }
  if (tree.kind === 'repeat') return barredBefore(tree.body);
  if (tree.kind === 'look') return tree.isBehind && tree.isNegative ? soleUnits(tree.body) : [];
  if (tree.kind === 'unit' || tree.parts.length === 0) return [];
  const [first, ...rest] = tree.parts;
  const own = barredBefore(first!);
  if (!isNullable(first!)) return own;
  const behind = barredBefore({ kind: 'sequence', parts: rest });
  return first!.kind === 'look' ? [...own, ...behind] : own.filter((unit) => behind.includes(unit));
};

/** Characters of which one must stand before a pattern, where it begins by saying so. */
const neededBefore = (tree: PatternTree): readonly string[] => {
  const first = tree.kind === 'sequence' ? tree.parts[0] : tree;
  if (first?.kind !== 'look' || !first.isBehind || first.isNegative || isNullable(first.body)) return [];
  return lastUnits(first.body);
};

class Builder {
  readonly letters: Letter[] = [];
  readonly letterOf: number[] = [];
  readonly nextOf: number[][] = [];
  readonly patternOf: number[] = [];
  readonly #known = new Map<string, number>();
  #flags = '';
  #pattern = 0;
  #accepting = 0;

  #state(letter: number, next: number[]): number {
    this.letterOf.push(letter);
    this.patternOf.push(this.#pattern);
    return this.nextOf.push(next) - 1;
  }

  #letter(source: string): number {
    const key = `${this.#flags} ${source}`;
    const known = this.#known.get(key) ?? this.letters.push({ source, flags: this.#flags }) - 1;
    this.#known.set(key, known);
    return known;
  }

  /** States for what is left of a tree, before a next state; `before` characters at least were consumed already. */
  #compile(tree: PatternTree, next: number, before: number): number {
    if (before >= depth) return this.#accepting;
    switch (tree.kind) {
      case 'unit':
        return this.#state(this.#letter(tree.source), [next]);
      case 'choice':
        return this.#state(
          -1,
          tree.options.map((option) => this.#compile(option, next, before)),
        );
      case 'sequence':
        return this.#sequence(tree.parts, next, before);
      case 'repeat':
        return this.#repeat(tree, next, before);
      case 'look':
        // At the end of a pattern, where only it is followed, what it looks for may as well be consumed.
        return next === this.#accepting && !tree.isBehind && !tree.isNegative
          ? this.#compile(tree.body, next, before)
          : next;
    }
  }

  #sequence(parts: readonly PatternTree[], next: number, before: number): number {
    const lengths = parts.map(leastLength);
    let consumed = before + lengths.reduce((sum, length) => sum + length, 0);
    let state = next;
    for (let at = parts.length - 1; at >= 0; at -= 1) {
      consumed -= lengths[at]!;
      state = this.#compile(parts[at]!, state, consumed);
    }
    return state;
  }

  #repeat({ body, least, most }: PatternTree & { kind: 'repeat' }, next: number, before: number): number {
    const length = leastLength(body);
    let state = next;
    if (most > least + mostCounted) {
      state = this.#state(-1, [next]);
      this.nextOf[state]!.push(this.#compile(body, state, before + least * length));
    } else {
      for (let count = most; count > least; count -= 1) {
        state = this.#state(-1, [next, this.#compile(body, state, before + (count - 1) * length)]);
      }
    }
    for (let count = least; count > 0; count -= 1) {
      state = this.#compile(body, state, before + (count - 1) * length);
    }
    return state;
  }

  add(pattern: RegExp, place: number): PatternEntry {
    this.#flags = pattern.flags.replace(/[dgmy]/g, '');
    this.#pattern = place;
    this.#accepting = this.#state(-1, []);
    const tree = parsePattern(pattern.source);
    const behind = neededBefore(tree).map((unit) => this.#letter(unit));
    return {
      state: this.#compile(tree, this.#accepting, 0),
      notBehind: barredBefore(tree).map((unit) => this.#letter(unit)),
      ...(behind.length > 0 && { behind }),
    };
  }
}

/**
 * An automaton of all the patterns together.
 *
 * @param patterns - of the syntax that `parsePattern` reads
 */
export const patternAutomaton = (patterns: readonly RegExp[]): PatternAutomaton => {
  const builder = new Builder();
  const entries = patterns.map((pattern, place) => builder.add(pattern, place));
  const { letters, letterOf, nextOf, patternOf } = builder;
  return { letters, letterOf, nextOf, patternOf, entries };
};

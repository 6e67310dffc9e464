/** A regular expression as a tree, as far as the units that it consumes go. */
export type PatternTree =
  /** One character: the source of a literal, an escape or a class. */
  | { readonly kind: 'unit'; readonly source: string }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternTree[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternTree[] }
  | { readonly kind: 'repeat'; readonly body: PatternTree; readonly least: number; readonly most: number }
  | {
      readonly kind: 'look';
      readonly body: PatternTree;
      readonly isBehind: boolean;
      readonly isNegative: boolean;
    };

const nothing: PatternTree = { kind: 'sequence', parts: [] };
/** ^, $ and word boundaries look, and consume nothing. */
const anchor: PatternTree = { kind: 'look', body: nothing, isBehind: false, isNegative: true };

const escaped = /\\(?:p\{[^}]*\}|P\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|.)/iuy;
const unitClass = /\[(?:\\.|[^\]\\])*\]/uy;
const quantifier = /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y;
const group = /\((\?:|\?=|\?!|\?<=|\?<!)?/y;
const backReference = /^\\[1-9]$/;

/** Reads the source of a pattern once from its beginning to its end. */
class Reader {
  readonly #source: string;
  readonly #groups: PatternTree[] = [];
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source);
    if (match !== null) this.#at += match[0].length;
    return match;
  }

  choice(): PatternTree {
    const options = [this.#sequence()];
    while (this.#source[this.#at] === '|') {
      this.#at += 1;
      options.push(this.#sequence());
    }
    return options.length === 1 ? options[0]! : { kind: 'choice', options };
  }

  #sequence(): PatternTree {
    const parts: PatternTree[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at]!)) {
      parts.push(this.#quantified(this.#single()));
    }
    return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts };
  }

  #quantified(body: PatternTree): PatternTree {
    const match = this.#take(quantifier);
    if (match === null) return body;
    const [sign, least, comma, most] = match;
    if (least === undefined) {
      return { kind: 'repeat', body, least: sign[0] === '+' ? 1 : 0, most: sign[0] === '?' ? 1 : Infinity };
    }
    const bound = most === '' ? Infinity : Number(most);
    return { kind: 'repeat', body, least: Number(least), most: comma === '' ? Number(least) : bound };
  }

  #single(): PatternTree {
    if (this.#source[this.#at] === '(') return this.#group();
    const source = (this.#take(escaped) ?? this.#take(unitClass))?.[0];
    if (source !== undefined) return this.#meaning(source);
    const character = String.fromCodePoint(this.#source.codePointAt(this.#at)!);
    this.#at += character.length;
    return character === '^' || character === '$' ? anchor : { kind: 'unit', source: character };
  }

  #meaning(source: string): PatternTree {
    if (source === '\\b' || source === '\\B') return anchor;
    // What a group matched, it matches again.
    return backReference.test(source) ? this.#groups[Number(source[1]) - 1]! : { kind: 'unit', source };
  }

  #group(): PatternTree {
    const mark = this.#take(group)?.[1] ?? '';
    const place = mark === '' ? this.#groups.push(nothing) - 1 : -1;
    const body = this.choice();
    this.#at += 1;
    if (place >= 0) this.#groups[place] = body;
    if (mark === '' || mark === '?:') return body;
    return { kind: 'look', body, isBehind: mark.includes('<'), isNegative: mark.endsWith('!') };
  }
}

/**
 * The tree of a regular expression. Named groups and classes within classes (flag v) are not read.
 *
 * @param source - of a valid pattern
 * @example
 * parsePattern('ab?') // => { kind: 'sequence', parts: [{ kind: 'unit', source: 'a' }, { kind: 'repeat', body: { kind: 'unit', source: 'b' }, least: 0, most: 1 }] }
 */
export const parsePattern = (source: string): PatternTree => new Reader(source).choice();

/**
 * The fewest characters that a pattern consumes.
 *
 * @example
 * leastLength(parsePattern('(?<!x)ab?c{2,}')) // => 3
 */
export const leastLength = (tree: PatternTree): number => {
  switch (tree.kind) {
    case 'unit':
      return 1;
    case 'sequence':
      return tree.parts.reduce((sum, part) => sum + leastLength(part), 0);
    case 'choice':
      return Math.min(...tree.options.map(leastLength));
    case 'repeat':
      return tree.least * leastLength(tree.body);
    case 'look':
      return 0;
  }
};

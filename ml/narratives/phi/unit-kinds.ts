/** What a UTF-16 unit is, each a bit of one number. */
export const unitKind = {
  letter: 1,
  capital: 2,
  small: 4,
  /** A letter of a script without capitals. */
  caseless: 8,
  mark: 16,
  /** Half of a character outside the basic plane, which only a pattern can tell. */
  half: 32,
  number: 64,
} as const;

const patterns = [
  [unitKind.letter, /\p{L}/u],
  [unitKind.capital, /\p{Lu}/u],
  [unitKind.small, /\p{Ll}/u],
  [unitKind.caseless, /\p{Lo}/u],
  [unitKind.mark, /\p{M}/u],
  [unitKind.half, /[\ud800-\udfff]/],
  [unitKind.number, /\p{N}/u],
] as const;

const pageUnits = 0x100;
const unknown = 0x80;
const kinds = new Uint8Array(0x1_0000).fill(unknown);

const learnPage = (page: number) => {
  for (let unit = page * pageUnits; unit < (page + 1) * pageUnits; unit += 1) {
    const character = String.fromCharCode(unit);
    kinds[unit] = patterns.reduce((bits, [bit, pattern]) => (pattern.test(character) ? bits | bit : bits), 0);
  }
};

/**
 * The kinds of the unit at a position of a text, 0 beyond its end. A table of all units, filled by pages as scripts are
 * met, answers in a fraction of what a pattern needs for one unit.
 *
 * @returns bits of `unitKind`
 * @example
 * kindAt('Ana', 0) // => 3
 * kindAt('Ana', 3) // => 0
 */
export const kindAt = (text: string, position: number): number => {
  if (position < 0 || position >= text.length) return 0;
  const unit = text.charCodeAt(position);
  const kind = kinds[unit]!;
  if (kind !== unknown) return kind;
  learnPage(unit >> 8);
  return kinds[unit]!;
};

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
} as const;

const patterns = [
  [unitKind.letter, /\p{L}/u],
  [unitKind.capital, /\p{Lu}/u],
  [unitKind.small, /\p{Ll}/u],
  [unitKind.caseless, /\p{Lo}/u],
  [unitKind.mark, /\p{M}/u],
  [unitKind.half, /[\ud800-\udfff]/],
] as const;

const pageUnits = 0x100;
const kinds = new Uint8Array(0x1_0000);
const isKnownPage = new Uint8Array(kinds.length / pageUnits);

const learnPage = (page: number) => {
  for (let unit = page * pageUnits; unit < (page + 1) * pageUnits; unit += 1) {
    const character = String.fromCharCode(unit);
    for (const [bit, pattern] of patterns) if (pattern.test(character)) kinds[unit]! |= bit;
  }
  isKnownPage[page] = 1;
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
  const unit = text.charCodeAt(position);
  if (Number.isNaN(unit)) return 0;
  if (isKnownPage[unit >> 8] === 0) learnPage(unit >> 8);
  return kinds[unit]!;
};

export interface NumberTable {
  /** What was set, 0 where nothing was. */
  readonly get: (key: number) => number;
  readonly set: (key: number, value: number) => void;
  /** Of the larger keys. */
  readonly size: () => number;
  readonly clear: () => void;
}

/**
 * A table from numbers to numbers in arrays of fixed size: small keys have a place each, the others share (open
 * addressing, linear probing; Knuth, TAOCP 6.4). A look-up leaves nothing for the collector.
 *
 * @param most - larger keys that it has room for
 * @param firstLarge - the first key that is none of the small
 * @example
 * numberTable(10, 100).get(70_000) // => 0
 */
export const numberTable = (most: number, firstLarge: number): NumberTable => {
  const direct = new Uint16Array(firstLarge);
  const bits = Math.ceil(Math.log2(most * 2));
  const mask = 2 ** bits - 1;
  const keys = new Int32Array(mask + 1).fill(-1);
  const values = new Uint16Array(mask + 1);
  let size = 0;

  /** Multiplied by 2³² over the golden ratio, the highest bits of which spread best. */
  const placeOf = (key: number): number => {
    let place = Math.imul(key, 0x9e3779b1) >>> (32 - bits);
    while (keys[place] !== key && keys[place] !== -1) place = (place + 1) & mask;
    return place;
  };

  return {
    get: (key) => (key < firstLarge ? direct[key]! : values[placeOf(key)]!),
    set: (key, value) => {
      if (key < firstLarge) {
        direct[key] = value;
        return;
      }
      const place = placeOf(key);
      if (keys[place] === -1) size += 1;
      keys[place] = key;
      values[place] = value;
    },
    size: () => size,
    clear: () => {
      direct.fill(0);
      keys.fill(-1);
      values.fill(0);
      size = 0;
    },
  };
};

/** Bands and rows: sets of Jaccard .9 meet in a band with probability 1 − (1 − .9⁸)¹⁶ = .9999, of .5 with .06. */
const bands = 16;
const rowsPerBand = 8;
const hashes = bands * rowsPerBand;

/** 32 bits of a text; FNV-1a. */
const textHash = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

/** The finaliser of MurmurHash3: each bit of the input moves every bit of the output. */
const mix = (value: number): number => {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};

/** One function of the family for each place of a signature. */
const seeds = Uint32Array.from({ length: hashes }, (_, i) => mix(Math.imul(i + 1, 0x9e3779b9)));

/**
 * The MinHash signature of a set: for each of 128 hash functions the least value over its members. Two signatures
 * agree in a place with the probability that is the sets' Jaccard index.
 *
 * Broder 1997, "On the resemblance and containment of documents". O(128 n).
 *
 * @returns shape [128]
 * @example
 * minHash(new Set(['a b c'])).length // => 128
 */
export const minHash = (members: ReadonlySet<string>): Uint32Array => {
  const signature = new Uint32Array(hashes).fill(0xffffffff);
  for (const member of members) {
    const hash = textHash(member);
    for (let i = 0; i < hashes; i += 1) {
      const value = mix(hash ^ seeds[i]!);
      if (value < signature[i]!) signature[i] = value;
    }
  }
  return signature;
};

/**
 * Keys under which sets that are alike meet: one for each of 16 bands of a signature. Two sets of Jaccard .9 or more
 * share a key but once in ten thousand times; a shared key is a reason to compare, not yet a match.
 *
 * @param signature - as `minHash` gives it
 * @returns 16 keys of letters and digits
 * @example
 * bandKeys(minHash(new Set(['a b c']))).length // => 16
 */
export const bandKeys = (signature: Uint32Array): readonly string[] =>
  Array.from({ length: bands }, (_, band) => {
    const rows = signature.subarray(band * rowsPerBand, (band + 1) * rowsPerBand);
    return `${band.toString(16)}-${Array.from(rows, (row) => row.toString(36).padStart(7, '0')).join('')}`;
  });

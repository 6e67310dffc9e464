/** Reads a container's own parts from front to back; every read answers undefined past the end. */
export interface AvroCursor {
  readonly position: () => number;
  readonly isAtEnd: () => boolean;
  /** A zig-zag varint of at most 64 bits; beyond the safe integers the nearest double. */
  readonly long: () => number | undefined;
  /** The next n bytes, not copied. */
  readonly bytes: (count: number) => Uint8Array | undefined;
}

/** 64 bits in groups of seven. */
const longestVarint = 10;

/**
 * A cursor over bytes, for the integers and lengths of Avro 1.11 ("Binary encoding").
 *
 * @param from - where to begin
 * @example
 * avroCursor(new Uint8Array([3, 128, 1])).long() // => -2
 */
export const avroCursor = (data: Uint8Array, from = 0): AvroCursor => {
  let at = from;

  const long = () => {
    let value = 0;
    let scale = 1;
    for (let i = 0; i < longestVarint; i += 1) {
      const byte = data[at];
      if (byte === undefined) return undefined;
      at += 1;
      value += (byte & 0x7f) * scale;
      scale *= 128;
      if (byte < 0x80) {
        return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
      }
    }
    return undefined;
  };

  const bytes = (count: number) => {
    if (count < 0 || count > data.length - at) return undefined;
    at += count;
    return data.subarray(at - count, at);
  };

  return { position: () => at, isAtEnd: () => at >= data.length, long, bytes };
};

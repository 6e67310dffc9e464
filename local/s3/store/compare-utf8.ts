/**
 * Orders text by its UTF-8 bytes, as S3 lists keys.
 *
 * JavaScript compares UTF-16 units, which puts surrogate pairs (U+10000 and above) before U+E000–U+FFFF; UTF-8
 * puts them after. Everywhere else both orders agree.
 *
 * @returns negative, zero or positive, for `sort`
 */
export const compareUtf8 = (left: string, right: string): number => {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a !== b) return rank(a) - rank(b);
  }
  return left.length - right.length;
};

const rank = (unit: number) => (unit >= 0xd8_00 && unit <= 0xdf_ff ? unit + 0x1_00_00 : unit);

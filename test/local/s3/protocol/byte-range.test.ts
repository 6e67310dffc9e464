import { describe, expect, it } from 'vitest';
import { parseByteRange } from '../../../../local/s3/protocol/byte-range.ts';

describe('parseByteRange', () => {
  // The examples of RFC 9110, 14.1.2, for a representation of 10,000 bytes.
  it.each([
    ['bytes=0-499', { start: 0, end: 499 }],
    ['bytes=500-999', { start: 500, end: 999 }],
    ['bytes=-500', { start: 9500, end: 9999 }],
    ['bytes=9500-', { start: 9500, end: 9999 }],
    ['bytes=9000-20000', { start: 9000, end: 9999 }],
    ['bytes=-20000', { start: 0, end: 9999 }],
  ])('reads %s', (header, expected) => {
    expect(parseByteRange(header, 10_000)).toEqual(expected);
  });

  it.each([undefined, 'bytes=5-1', 'bytes=-', 'items=0-1', 'bytes=0-1,3-4'])(
    'takes %s for the whole object',
    (header) => {
      expect(parseByteRange(header, 10_000)).toBeUndefined();
    },
  );

  it.each([
    ['bytes=10000-', 10_000],
    ['bytes=-0', 10_000],
    ['bytes=0-', 0],
  ])('refuses %s of %i bytes', (header, size) => {
    expect(() => parseByteRange(header, size)).toThrow(expect.objectContaining({ code: 'InvalidRange' }));
  });
});

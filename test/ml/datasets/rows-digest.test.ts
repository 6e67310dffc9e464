import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsDigest } from '../../../ml/datasets/rows-digest.ts';

const digestOf = (lines: readonly string[]) => {
  const digest = rowsDigest();
  for (const line of lines) digest.add(line);
  return digest.digest();
};

describe('rowsDigest', () => {
  test('of nothing is the SHA-256 of nothing', () => {
    // FIPS 180-4 example: the digest of the empty message.
    expect(digestOf([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  test('is the SHA-256 over the sorted SHA-256 of the lines', () => {
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    // sha256('abc') = ba78…, sha256('') = e3b0… (FIPS 180-4), so 'abc' comes first.
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect(digestOf(['', 'abc'])).toBe(hash(abc + empty));
  });

  test('does not depend on order, but on every line and on how often it occurs', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (lines) => {
        expect(digestOf(lines.toReversed())).toBe(digestOf(lines));
        expect(digestOf([...lines, lines[0]!])).not.toBe(digestOf(lines));
        expect(digestOf(lines.slice(1))).not.toBe(digestOf(lines));
      }),
    );
  });

  test('is the same for lines spread over several digests whose hashes are brought together', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string()), { minLength: 1, maxLength: 5 }), (parts) => {
        const whole = rowsDigest();
        for (const lines of parts) {
          const part = rowsDigest();
          for (const line of lines) part.add(line);
          whole.addHashes(part.hashes());
        }
        expect(whole.digest()).toBe(digestOf(parts.flat()));
      }),
    );
  });
});

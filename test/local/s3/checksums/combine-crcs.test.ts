import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combineCrcs } from '../../../../local/s3/checksums/combine-crcs.ts';
import { type CrcAlgorithm, crcDigest } from '../../../../local/s3/checksums/crc-digest.ts';

const crc = (algorithm: CrcAlgorithm, bytes: Uint8Array) => {
  const digest = crcDigest(algorithm);
  digest.update(bytes);
  return digest.digest();
};

describe('combineCrcs', () => {
  it.each(['CRC32', 'CRC32C', 'CRC64NVME'] as const)(
    'gives the %s of the whole from those of the parts',
    (algorithm) => {
      fc.assert(
        fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 5 }), (parts) => {
          const combined = combineCrcs(
            algorithm,
            parts.map((part) => ({ digest: crc(algorithm, part), size: part.length })),
          );
          expect(combined.toString('hex')).toBe(crc(algorithm, Buffer.concat(parts)).toString('hex'));
        }),
      );
    },
  );

  it('holds for parts of the sizes that uploads have', () => {
    const first = Buffer.alloc(5 * 1024 * 1024, 'a');
    const second = Buffer.from('123456789');
    const combined = combineCrcs('CRC64NVME', [
      { digest: crc('CRC64NVME', first), size: first.length },
      { digest: crc('CRC64NVME', second), size: second.length },
    ]);
    expect(combined).toEqual(crc('CRC64NVME', Buffer.concat([first, second])));
  });
});

import { describe, expect, it } from 'vitest';
import { type CrcAlgorithm, crcDigest } from '../../../../local/s3/checksums/crc-digest.ts';

const crc = (algorithm: CrcAlgorithm, ...chunks: string[]) => {
  const digest = crcDigest(algorithm);
  for (const chunk of chunks) digest.update(Buffer.from(chunk));
  return digest.digest().toString('hex');
};

describe('crcDigest', () => {
  // "check" of CRC-32/ISO-HDLC, CRC-32/ISCSI and CRC-64/NVME in Greg Cook's catalogue of parametrised CRC
  // algorithms (reveng.sourceforge.io/crc-catalogue): the CRC of the ASCII string "123456789".
  it.each([
    ['CRC32', 'cbf43926'],
    ['CRC32C', 'e3069283'],
    ['CRC64NVME', 'ae8b14860a799888'],
  ] as const)('gives the published check value of %s', (algorithm, check) => {
    expect(crc(algorithm, '123456789')).toBe(check);
  });

  // RFC 3720 (iSCSI), B.4: 32 bytes of zeros, of ones, and of 00…1f. The RFC prints them low byte first.
  it.each([
    ['zeros', Buffer.alloc(32), '8a9136aa'],
    ['ones', Buffer.alloc(32, 0xff), '62a8ab43'],
    ['rising bytes', Buffer.from(Array.from({ length: 32 }, (_, index) => index)), '46dd794e'],
  ])('gives the CRC32C of RFC 3720 for %s', (_name, bytes, expected) => {
    const digest = crcDigest('CRC32C');
    digest.update(bytes);
    expect(digest.digest().toString('hex')).toBe(expected);
  });

  it.each(['CRC32', 'CRC32C', 'CRC64NVME'] as const)('does not mind where %s input is cut', (algorithm) => {
    expect(crc(algorithm, '12', '', '3456', '789')).toBe(crc(algorithm, '123456789'));
  });
});

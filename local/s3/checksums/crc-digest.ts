import { crc32 } from 'node:zlib';

/** A running digest: feed bytes, then ask once. */
export interface Digest {
  update(chunk: Uint8Array): void;
  /** Big-endian bytes, as S3 encodes them in base64. */
  digest(): Buffer;
}

/** Reflected generator polynomials of the CRCs that S3 knows. */
export const crcPolynomials = {
  CRC32: { reflected: 0xed_b8_83_20n, bits: 32n },
  CRC32C: { reflected: 0x82_f6_3b_78n, bits: 32n },
  CRC64NVME: { reflected: 0x9a_6c_93_29_ac_4b_c9_b5n, bits: 64n },
} as const;

export type CrcAlgorithm = keyof typeof crcPolynomials;

/** One table entry per byte, as high and low 32 bits, so that the loop needs no BigInt. */
const makeTable = (reflected: bigint) => {
  const high = new Uint32Array(256);
  const low = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    let remainder = BigInt(byte);
    for (let bit = 0; bit < 8; bit += 1) {
      remainder = remainder & 1n ? (remainder >> 1n) ^ reflected : remainder >> 1n;
    }
    high[byte] = Number(remainder >> 32n);
    low[byte] = Number(remainder & 0xff_ff_ff_ffn);
  }
  return { high, low };
};

const tables = {
  CRC32C: makeTable(crcPolynomials.CRC32C.reflected),
  CRC64NVME: makeTable(crcPolynomials.CRC64NVME.reflected),
};

const crc32Digest = (): Digest => {
  let value = 0;
  return {
    update: (chunk) => {
      value = crc32(chunk, value);
    },
    digest: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value);
      return bytes;
    },
  };
};

const crc32cDigest = (): Digest => {
  const { low: table } = tables.CRC32C;
  let value = 0xff_ff_ff_ff;
  return {
    update: (chunk) => {
      for (const byte of chunk) value = table[(value ^ byte) & 0xff]! ^ (value >>> 8);
    },
    digest: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeInt32BE(~value);
      return bytes;
    },
  };
};

const crc64Digest = (): Digest => {
  const table = tables.CRC64NVME;
  let high = 0xff_ff_ff_ff | 0;
  let low = 0xff_ff_ff_ff | 0;
  return {
    update: (chunk) => {
      for (const byte of chunk) {
        const index = (low ^ byte) & 0xff;
        low = table.low[index]! ^ ((low >>> 8) | (high << 24));
        high = table.high[index]! ^ (high >>> 8);
      }
    },
    digest: () => {
      const bytes = Buffer.alloc(8);
      bytes.writeInt32BE(~high, 0);
      bytes.writeInt32BE(~low, 4);
      return bytes;
    },
  };
};

/**
 * A running CRC: initial value and final exclusive-or all ones, reflected, as in the catalogue of parametrised
 * CRC algorithms (CRC-32/ISO-HDLC, CRC-32/ISCSI, CRC-64/NVME).
 */
export const crcDigest = (algorithm: CrcAlgorithm): Digest =>
  ({ CRC32: crc32Digest, CRC32C: crc32cDigest, CRC64NVME: crc64Digest })[algorithm]();

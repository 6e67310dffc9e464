import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAwsChunked } from '../../../../local/s3/payload/decode-aws-chunked.ts';

/** Gives bytes out in pieces of the given sizes, over and over. */
async function* cut(bytes: Buffer, sizes: readonly number[]) {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

const decode = async (wire: Buffer | string, sizes: readonly number[] = [1 << 20]) => {
  const trailers = new Map<string, string>();
  const pieces: Buffer[] = [];
  for await (const piece of decodeAwsChunked(cut(Buffer.from(wire), sizes), trailers)) pieces.push(piece);
  return { body: Buffer.concat(pieces), trailers };
};

describe('decodeAwsChunked', () => {
  // The frame layout of "Signature calculations for the authorization header: transferring payload in multiple
  // chunks" in the S3 API reference.
  it('takes off signed frames', async () => {
    const wire = '5;chunk-signature=ad80c730\r\nhello\r\n0;chunk-signature=b6c6ea8a\r\n\r\n';
    expect((await decode(wire)).body.toString()).toBe('hello');
  });

  it('gives out trailers by lower-case name', async () => {
    const wire = '5\r\nhello\r\n0\r\nX-Amz-Checksum-CRC32: NhCmhg==\r\nx-amz-trailer-signature:00\r\n\r\n';
    const { trailers } = await decode(wire);
    expect([...trailers]).toEqual([
      ['x-amz-checksum-crc32', 'NhCmhg=='],
      ['x-amz-trailer-signature', '00'],
    ]);
  });

  it('gives the same bytes wherever frames and network pieces are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ minLength: 1, maxLength: 70 }), { maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
        async (frames, sizes) => {
          const wire = Buffer.concat([
            ...frames.flatMap((frame) => [
              Buffer.from(`${frame.length.toString(16)}\r\n`),
              frame,
              Buffer.from('\r\n'),
            ]),
            Buffer.from('0\r\n\r\n'),
          ]);
          expect((await decode(wire, sizes)).body).toEqual(Buffer.concat(frames));
        },
      ),
    );
  });

  it.each([
    ['in a frame', '5\r\nhel'],
    ['behind a frame', '5\r\nhello\r\n'],
    ['before the end of the trailers', '5\r\nhello\r\n0\r\n'],
  ])('refuses a body that ends %s', async (_where, wire) => {
    await expect(decode(wire)).rejects.toMatchObject({ code: 'IncompleteBody' });
  });

  it.each([
    ['a frame that lies about its size', '4\r\nhello\r\n0\r\n\r\n'],
    ['a frame without a size', 'hello\r\n'],
  ])('refuses %s', async (_what, wire) => {
    await expect(decode(wire)).rejects.toMatchObject({ code: 'InvalidRequest' });
  });
});

import { S3Error } from '../protocol/s3-error.ts';

const incomplete = () =>
  new S3Error(
    'IncompleteBody',
    'The request body terminated unexpectedly: an aws-chunked frame is cut short.',
  );
const malformed = (what: string) =>
  new S3Error('InvalidRequest', `The aws-chunked body is malformed: ${what}.`);

/** Reads lines and byte runs from chunks that may be cut anywhere. */
const makeReader = (source: AsyncIterable<Buffer>) => {
  const iterator = source[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const more = async () => {
    const next = await iterator.next();
    if (next.done) throw incomplete();
    return next.value;
  };
  return {
    line: async () => {
      let end = rest.indexOf('\r\n');
      while (end < 0) {
        if (rest.length > 16_384) throw malformed('a line longer than 16 KiB');
        rest = Buffer.concat([rest, await more()]);
        end = rest.indexOf('\r\n');
      }
      const line = rest.toString('latin1', 0, end);
      rest = rest.subarray(end + 2);
      return line;
    },
    run: async (atMost: number) => {
      while (rest.length === 0) rest = await more();
      const run = rest.subarray(0, atMost);
      rest = rest.subarray(run.length);
      return run;
    },
    /** Whatever follows the last frame is read away, so that the connection can be used again. */
    drain: async () => {
      for (let next = await iterator.next(); !next.done; next = await iterator.next());
    },
    release: async () => {
      await iterator.return?.();
    },
  };
};

/**
 * Takes the `aws-chunked` framing off a body: `size[;chunk-signature=…]`, the bytes, …, `0`, trailers.
 *
 * Signatures of frames are not checked: this S3 holds no secrets.
 *
 * @param source - the body as it came over the wire
 * @param trailers - filled with the trailers, by lower-case name, once the last byte has been given out
 * @throws {S3Error} IncompleteBody when it ends early; InvalidRequest when a frame is malformed
 */
export async function* decodeAwsChunked(
  source: AsyncIterable<Buffer>,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  const reader = makeReader(source);
  try {
    for (;;) {
      const header = await reader.line();
      const size = /^([0-9a-f]{1,12})(?:;.*)?$/i.exec(header)?.[1];
      if (size === undefined) throw malformed('a frame does not begin with its size');
      let remaining = Number.parseInt(size, 16);
      if (remaining === 0) break;
      while (remaining > 0) {
        const run = await reader.run(remaining);
        remaining -= run.length;
        yield run;
      }
      if ((await reader.line()) !== '') throw malformed('a frame is longer than its size says');
    }
    for (let line = await reader.line(); line !== ''; line = await reader.line()) {
      const colon = line.indexOf(':');
      if (colon > 0) trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
    }
    await reader.drain();
  } finally {
    await reader.release();
  }
}

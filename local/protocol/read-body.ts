import type { IncomingMessage } from 'node:http';

/**
 * The whole body of a request.
 *
 * A body over the limit is read to its end but not kept, so that the client can finish sending and hear the
 * refusal instead of a broken connection.
 *
 * @param limitBytes - largest body that is kept
 * @returns the bytes, or `undefined` when there were more than `limitBytes`
 */
export const readBody = async (
  request: IncomingMessage,
  limitBytes: number,
): Promise<Buffer<ArrayBuffer> | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limitBytes) chunks.length = 0;
    else chunks.push(chunk);
  }
  return size > limitBytes ? undefined : Buffer.concat(chunks);
};

import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import dynalite from 'dynalite';
import { AwsError } from '../protocol/aws-error.ts';
import { readBody } from '../protocol/read-body.ts';
import { sendJsonError } from '../protocol/send-json.ts';
import type { LocalService } from '../service.ts';

/** Under the 16 MiB at which dynalite hangs up; DynamoDB itself takes at most 16 MB (BatchWriteItem). */
const bodyLimitBytes = 16 * 1024 * 1024 - 1;

/**
 * DynamoDB by dynalite, kept on disk, in this process: requests are emitted into its server, which never listens.
 *
 * Each body is read before dynalite sees the request, since it throws, and so ends the process, when a client
 * hangs up in the middle.
 *
 * @param folder - where LevelDB keeps its files; created when absent
 */
export const makeEmbeddedDynamoDb = (folder: string): LocalService => {
  const engine = dynalite({ path: folder, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  const answering = new Set<ServerResponse>();
  let idle = () => {};

  return {
    signingNames: ['dynamodb'],
    handle: async (request, response) => {
      const body = await readBody(request, bodyLimitBytes);
      if (body === undefined) {
        sendJsonError(response, new AwsError('RequestEntityTooLargeException', 'Body over 16 MB.', 413));
        return;
      }
      const { headers, method, url } = request;
      const replay = Object.assign(new EventEmitter(), { headers, method, url });
      if (response.closed) return;
      answering.add(response);
      response.once('close', () => {
        answering.delete(response);
        if (answering.size === 0) idle();
      });
      engine.emit('request', replay, response);
      if (body.length > 0) replay.emit('data', body);
      replay.emit('end');
    },
    close: async () => {
      if (answering.size > 0) await new Promise<void>((resolve) => (idle = resolve));
      // dynalite closes its database only when a listening server is closed.
      await new Promise<void>((resolve) => engine.listen(0, '127.0.0.1', resolve));
      await new Promise<void>((resolve, reject) => {
        engine.close((error) => (error ? reject(error) : resolve()));
      });
    },
  };
};

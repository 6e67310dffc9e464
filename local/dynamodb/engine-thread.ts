/**
 * dynalite in a thread of its own. Its server never listens: requests are emitted into it, and its answers are
 * caught before they would be written to a socket. Started by `embedded-dynamodb.ts`; exports nothing.
 */
import { EventEmitter } from 'node:events';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import dynalite from 'dynalite';
import { closeIterators } from './close-iterators.ts';
import type { EngineAnswer, EngineRequest, EngineSettings } from './engine-messages.ts';

/** As much of a ServerResponse as dynalite uses. */
const makeAnswer = (id: number) => {
  const headers: Record<string, string> = {};
  return {
    statusCode: 200,
    setHeader(name: string, value: string | number): void {
      headers[name] = String(value);
    },
    end(text = ''): void {
      const body = new TextEncoder().encode(text);
      const answer: EngineAnswer = { id, statusCode: this.statusCode, headers, body };
      parentPort?.postMessage(answer, [body.buffer]);
    },
  };
};

const serve = ({ folder }: EngineSettings): void => {
  closeIterators();
  const engine = dynalite({ path: folder, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });

  const close = (): void => {
    parentPort?.close();
    // dynalite closes its database only when a server that listens is closed.
    engine.listen(0, '127.0.0.1', () => engine.close());
  };

  parentPort?.on('message', (message: EngineRequest | 'close') => {
    if (message === 'close') {
      close();
      return;
    }
    const { id, body, ...request } = message;
    const replay = Object.assign(new EventEmitter(), request);
    engine.emit('request', replay, makeAnswer(id));
    if (body.length > 0) replay.emit('data', Buffer.from(body.buffer, body.byteOffset, body.byteLength));
    replay.emit('end');
  });
};

if (!isMainThread) serve(workerData);

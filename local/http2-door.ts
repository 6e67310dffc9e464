import { Agent, type Server as HttpServer, request as httpRequest } from 'node:http';
import {
  constants,
  createServer as createHttp2Server,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2';
import type { Socket } from 'node:net';

/** What a client that speaks HTTP/2 without having asked sends first (RFC 9113, 3.4). */
const prefaceStart = 'PRI ';
/** Mean something between two hops only; HTTP/2 knows none of them. */
const hopHeaders: ReadonlySet<string> = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade']);

/** HTTP/2 beside HTTP/1.1 on one port. */
export interface Http2Door {
  /** Ends what speaks HTTP/2, and what has not spoken yet. */
  close(): void;
}

const portOf = (server: HttpServer): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

/** The same request as HTTP/1.1 would bring it. */
const forward = (
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  to: { port: number; agent: Agent },
) => {
  const plain = Object.entries(headers).filter(([name]) => !name.startsWith(':'));
  const outgoing = httpRequest({
    ...to,
    host: '127.0.0.1',
    method: headers[':method'] ?? 'GET',
    path: headers[':path'] ?? '/',
    headers: { host: headers[':authority'] ?? '', ...Object.fromEntries(plain) },
  });
  outgoing.on('response', (answer) => {
    if (stream.destroyed) return;
    const kept = Object.entries(answer.headers).filter(([name]) => !hopHeaders.has(name));
    stream.respond({ ...Object.fromEntries(kept), ':status': answer.statusCode ?? 500 });
    answer.pipe(stream);
  });
  outgoing.on('error', () => stream.close(constants.NGHTTP2_INTERNAL_ERROR));
  stream.on('error', () => outgoing.destroy());
  stream.on('aborted', () => outgoing.destroy());
  stream.pipe(outgoing);
};

/**
 * Lets a server of HTTP/1.1 be spoken to in HTTP/2 in the clear as well, as the SDK's client of Kinesis does: the first
 * bytes of a connection tell which it is, and requests of HTTP/2 are handed on as HTTP/1.1.
 *
 * @param server - before anybody connects
 */
export const openHttp2Door = (server: HttpServer): Http2Door => {
  const agent = new Agent({ keepAlive: true });
  const sockets = new Set<Socket>();
  const http2 = createHttp2Server();
  http2.on('stream', (stream, headers) => forward(stream, headers, { port: portOf(server), agent }));
  http2.on('sessionError', () => {});

  const speakHttp1 = server.listeners('connection');
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    const onError = () => socket.destroy();
    socket.on('error', onError);
    socket.once('data', (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      if (first.toString('latin1', 0, prefaceStart.length) === prefaceStart) {
        http2.emit('connection', socket);
        return;
      }
      sockets.delete(socket);
      socket.off('error', onError);
      for (const speak of speakHttp1) Reflect.apply(speak, server, [socket]);
      process.nextTick(() => socket.resume());
    });
  });

  return {
    close: () => {
      for (const socket of sockets) socket.destroy();
      agent.destroy();
    },
  };
};

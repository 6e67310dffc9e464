import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import { openHttp2Door } from './http2-door.ts';
import { LocalStartupError } from './local-startup-error.ts';

/** SDK clients keep connections for a while; closing them earlier than they do costs a failed request now and then. */
const keepAliveMs = 65_000;

export interface LoopbackServer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

const listenError = (port: number, cause: NodeJS.ErrnoException): LocalStartupError =>
  cause.code === 'EADDRINUSE'
    ? new LocalStartupError(
        'port-in-use',
        `Port ${port} is in use: stop what listens there or choose another with --port.`,
        { cause },
      )
    : new LocalStartupError('port-unavailable', `Port ${port} cannot be opened: ${cause.code}.`, { cause });

/**
 * Opens an HTTP server on 127.0.0.1, for HTTP/1.1 and HTTP/2 in the clear.
 *
 * @param port - 0 for any free one
 * @throws {LocalStartupError} port-in-use, port-unavailable
 */
export const listen = (port: number, listener: RequestListener): Promise<LoopbackServer> =>
  new Promise((resolve, reject) => {
    const server: Server = createServer({ keepAliveTimeout: keepAliveMs, requestTimeout: 0 }, listener);
    const door = openHttp2Door(server);
    server.once('error', (cause) => reject(listenError(port, cause)));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const opened = typeof address === 'object' && address !== null ? address.port : port;
      resolve({
        url: `http://127.0.0.1:${opened}`,
        port: opened,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
            door.close();
          }),
      });
    });
  });

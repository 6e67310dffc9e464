import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Served {
  /** Such as `http://127.0.0.1:40123`. */
  readonly endpoint: string;
  /** Ends every connection and frees the port. */
  close(): Promise<void>;
}

/** Longer than any client keeps an idle connection, so that none is closed at the moment of its next request. */
const keepAliveTimeout = 65_000;

/** Serves one handler on a free port of loopback. */
export const serve = async (handler: RequestListener): Promise<Served> => {
  const server = createServer({ keepAliveTimeout }, handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
};

import * as http from 'node:http';

/** A request over HTTP, signed by then. */
export interface WireRequest {
  /** Where to: protocol, host and port. */
  readonly endpoint: URL;
  readonly method: string;
  /** Percent-encoded. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came back, whole. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<http.IncomingHttpHeaders>;
  readonly body: Buffer;
}

export type SendRequest = (request: WireRequest) => Promise<WireAnswer>;

/** Nothing was heard for too long; named so that it counts as transient. */
class TimeoutError extends Error {
  override readonly name = 'TimeoutError';

  constructor(timeoutMs: number) {
    super(`No whole answer came within ${timeoutMs} ms.`);
  }
}

/**
 * Sends requests over connections that are kept open. An answer that ends before it is whole is an error.
 *
 * @param options - `timeoutMs`: for all of one request, the connection included
 * @returns throws what `node:http` throws, or an error named `TimeoutError`
 */
export const makeSendRequest = (options: { readonly timeoutMs: number }): SendRequest => {
  const settings = { keepAlive: true, maxSockets: 128 };
  const plain = { request: http.request, agent: new http.Agent(settings) };
  let secure: typeof plain | undefined;
  // Node.js loads all of TLS for it, as long as all of HTTP takes: only where an endpoint asks for it.
  const openSecure = () => {
    const https = process.getBuiltinModule('node:https');
    secure = { request: https.request, agent: new https.Agent(settings) };
    return secure;
  };
  return ({ endpoint, method, path, headers, body }) =>
    new Promise((resolve, reject) => {
      const { request, agent } = endpoint.protocol === 'https:' ? (secure ?? openSecure()) : plain;
      const { hostname, port } = endpoint;
      const bytes = Buffer.from(body);
      const withLength = method === 'GET' ? headers : { ...headers, 'content-length': String(bytes.length) };
      const sent = request({ hostname, port, method, path, headers: withLength, agent }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
        );
      });
      const timer = setTimeout(() => sent.destroy(new TimeoutError(options.timeoutMs)), options.timeoutMs);
      sent.on('error', reject).on('close', () => clearTimeout(timer));
      sent.end(bytes);
    });
};

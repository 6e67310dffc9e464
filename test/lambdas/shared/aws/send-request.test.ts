import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { makeSendRequest } from '../../../../lambdas/shared/aws/send-request.ts';
import { isTransient } from '../../../../lambdas/shared/is-transient.ts';

const opened: (() => void)[] = [];
const closeAll = () => {
  for (const close of opened.splice(0)) close();
};
afterEach(closeAll);

const listen = async (listener: RequestListener) => {
  const server = createServer(listener);
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const endpoint = new URL(`http://127.0.0.1:${port}`);
  const request = { endpoint, method: 'POST', path: '/a%20b', headers: { 'x-a': '1' }, body: 'é' };
  return { request, connections: () => connections };
};

describe('a request', () => {
  it('arrives as it is, its answer comes back whole, and the connection serves the next', async () => {
    const { request, connections } = await listen((message, answer) => {
      message.setEncoding('utf8');
      let body = '';
      message.on('data', (text: string) => {
        body += text;
      });
      message.on('end', () => {
        answer.writeHead(418, { 'x-b': '2' });
        answer.write('half ');
        answer.end(`${message.method} ${message.url} ${message.headers['x-a']} ${body}`);
      });
    });
    const send = makeSendRequest({ timeoutMs: 5_000 });
    for (let time = 0; time < 2; time += 1) {
      const { status, headers, body } = await send(request);
      expect([status, headers['x-b'], body.toString()]).toEqual([418, '2', 'half POST /a%20b 1 é']);
    }
    expect(connections()).toBe(1);
  });

  it('goes over TLS where the endpoint is https, which a server without it cannot answer', async () => {
    const { request } = await listen((_message, answer) => answer.end());
    const endpoint = new URL(request.endpoint.href.replace('http:', 'https:'));
    const sent = makeSendRequest({ timeoutMs: 5_000 })({ ...request, endpoint });
    await expect(sent).rejects.toMatchObject({ code: 'EPROTO' });
  });

  it.each([
    ['never comes', () => undefined],
    [
      'stops midway',
      (_message, answer) => {
        answer.writeHead(200, { 'content-length': '9' });
        answer.write('half');
      },
    ],
  ] satisfies [string, RequestListener][])('whose answer %s is given up, as passing', async (_, listener) => {
    const { request } = await listen(listener);
    const failure: unknown = await makeSendRequest({ timeoutMs: 50 })(request).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ name: 'TimeoutError' });
    expect(isTransient(failure)).toBe(true);
  });

  it('whose answer is torn off is no answer', async () => {
    const { request } = await listen((_, answer) => {
      answer.writeHead(200, { 'content-length': '9' });
      answer.write('half', () => answer.destroy());
    });
    const failure: unknown = await makeSendRequest({ timeoutMs: 5_000 })(request).catch(
      (error: unknown) => error,
    );
    expect(isTransient(failure)).toBe(true);
  });

  it('that finds nobody fails, as passing', async () => {
    const { request } = await listen(() => undefined);
    closeAll();
    const failure: unknown = await makeSendRequest({ timeoutMs: 5_000 })(request).catch(
      (error: unknown) => error,
    );
    expect(isTransient(failure)).toBe(true);
  });
});

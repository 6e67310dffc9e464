import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DashboardFront, makeDashboardFront } from '../../../local/dashboard/dashboard-front.ts';
import { makeJwtAuthorizer } from '../../../local/http-front/jwt-authorizer.ts';
import { type LoopbackServer, listen } from '../../../local/listen.ts';

let dataDir: string;
let front: DashboardFront;
let server: LoopbackServer;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'wellcast-dashboard-'));
  front = makeDashboardFront(dataDir);
  server = await listen(
    0,
    front.before((_, response) => response.writeHead(418).end()),
  );
});
afterAll(async () => {
  await server.close();
  await front.close();
  await rm(dataDir, { recursive: true, force: true });
});

const code = () => new URL(front.loginPath, server.url).searchParams.get('code') ?? '';
const exchange = (form: Record<string, string>) =>
  fetch(`${server.url}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
const good = () => ({
  grant_type: 'authorization_code',
  client_id: 'wellcast-local',
  code: code(),
});

describe('the local sign-in', () => {
  it("gives a scientist's token, which the API takes, for the code of this start", async () => {
    const answer = Object(await (await exchange(good())).json());
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 28_800 });
    const claimsOf = await makeJwtAuthorizer(dataDir);
    expect(await claimsOf(`Bearer ${answer.access_token}`)).toMatchObject({
      'cognito:groups': '[scientists]',
      token_use: 'access',
    });
  });

  it.each([
    ['a wrong code', { code: 'x'.repeat(22) }, 'invalid_grant'],
    ['a code of another length', { code: 'x' }, 'invalid_grant'],
    ['another client', { client_id: 'other' }, 'invalid_client'],
    ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  ])('refuses %s', async (_, change, error) => {
    const answer = await exchange({ ...good(), ...change });
    expect([answer.status, await answer.json()]).toEqual([400, { error }]);
  });

  it('has another code at each start', () => {
    expect(makeDashboardFront(dataDir).loginPath).not.toBe(front.loginPath);
  });
});

describe('the local page', () => {
  it('is built when first asked for, and then kept', async () => {
    const first = await fetch(`${server.url}/dashboard/`);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const [, script = ''] = /src="([^"]+\.js)"/.exec(await first.text()) ?? [];
    const asset = await fetch(`${server.url}${script}`);
    expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    const builds = () => stat(path.join(dataDir, 'dashboard')).then(({ mtimeMs }) => mtimeMs);
    const before = await builds();
    await makeDashboardFront(dataDir).build();
    expect(await builds()).toBe(before);
  });

  it('gives nothing but its own files, and leaves other paths to the API', async () => {
    expect((await fetch(`${server.url}/dashboard/..%2f..%2fjwt/key.json`)).status).toBe(404);
    expect((await fetch(`${server.url}/dashboard/assets/`)).status).toBe(404);
    expect((await fetch(`${server.url}/dashboard`, { redirect: 'manual' })).status).toBe(308);
    expect((await fetch(`${server.url}/api/v1`)).status).toBe(418);
    expect((await fetch(`${server.url}/dashboard/`, { method: 'DELETE' })).status).toBe(418);
  });
});

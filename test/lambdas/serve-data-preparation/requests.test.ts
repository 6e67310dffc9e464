import { createRoute, z } from '@hono/zod-openapi';
import { beforeEach, describe, expect, it } from 'vitest';
import { access, bodyRefusals, refusals } from '../../../lambdas/serve-data-preparation/auth/access.ts';
import { maxBodyBytes, maxBodyDepth } from '../../../lambdas/serve-data-preparation/http/check-body.ts';
import { jsonAnswer, jsonBody } from '../../../lambdas/serve-data-preparation/http/json-content.ts';
import { basePath, makeApp } from '../../../lambdas/serve-data-preparation/http/make-app.ts';
import { makeArea } from '../../../lambdas/serve-data-preparation/http/make-area.ts';
import { cursorOf, pageQuery, placeOf } from '../../../lambdas/serve-data-preparation/http/paging.ts';
import type { AuditEntry } from '../../../lambdas/shared/ports/audit-trail.ts';
import { recordingTelemetry } from '../support/recording-telemetry.ts';

const Anything = z.looseObject({});
const change = createRoute({
  method: 'post',
  path: '/things/{id}/change',
  ...access('change'),
  request: { params: z.strictObject({ id: z.string() }), ...jsonBody('Anything', Anything) },
  responses: { 200: jsonAnswer('Done.', 'Anything', Anything), ...bodyRefusals },
});
const list = createRoute({
  method: 'get',
  path: '/things',
  ...access('read'),
  request: { query: z.strictObject(pageQuery) },
  responses: { 200: jsonAnswer('A page.', 'Anything', Anything), ...refusals },
});

const setUp = (options: { readonly fail?: Error; readonly auditFails?: boolean } = {}) => {
  const recording = recordingTelemetry();
  const audited: AuditEntry[] = [];
  const operations: string[] = [];
  const area = makeArea();
  area.openapi(change, async (context) => {
    if (options.fail !== undefined) throw options.fail;
    return context.json(context.req.valid('json'), 200);
  });
  area.openapi(list, async (context) => context.json({ limit: context.req.valid('query').limit }, 200));
  const app = makeApp(
    {
      audit: {
        append: async (entry) => {
          if (options.auditFails === true) throw new Error('no trail');
          audited.push(entry);
          return { sequence: audited.length };
        },
      },
      clock: { now: () => 0 },
      telemetry: recording.telemetry,
      operations: { record: (operation, { hasFailed }) => operations.push(`${operation} ${hasFailed}`) },
    },
    [area],
  );
  const call = async (
    route: string,
    request: { readonly claims?: object | null; readonly body?: string; readonly type?: string } = {},
  ) => {
    const [method = 'GET', path = ''] = route.split(' ');
    const { claims = { sub: 'ada', token_use: 'access', 'cognito:groups': '[admins]' }, body } = request;
    const event = {
      requestContext: claims === null ? {} : { authorizer: { jwt: { claims, scopes: null } } },
    };
    const init = { method, ...(body !== undefined && { body }) };
    const headers = { 'content-type': request.type ?? 'application/json' };
    const response = await app.request(
      `https://gateway${basePath}${path}`,
      { ...init, ...(body !== undefined && { headers }) },
      { event, requestId: 'request-1' },
    );
    return { status: response.status, headers: response.headers, body: Object(await response.json()) };
  };
  return { call, audited, operations, ...recording };
};

let world: ReturnType<typeof setUp>;
beforeEach(() => {
  world = setUp();
});
const post = (body: string, type?: string) =>
  world.call('POST /things/1/change', { body, ...(type !== undefined && { type }) });

describe('bodies', () => {
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

  it.each([
    ['plain', '{"a":1}', 'application/json', 200],
    ['with a character set', '{}', 'application/json; charset=utf-8', 200],
    ['of another type', '{}', 'text/plain', 415],
    ['of a form', 'a=1', 'application/x-www-form-urlencoded', 415],
    ['that is no JSON', '{', 'application/json', 400],
    ['that is no object', '[]', 'application/json', 400],
    ['that is empty', '', 'application/json', 400],
    ['as deep as may be', nested(maxBodyDepth), 'application/json', 200],
    ['deeper', nested(maxBodyDepth + 1), 'application/json', 400],
    ['far deeper', nested(100_000), 'application/json', 400],
    ['too large', `{"a":"${'x'.repeat(maxBodyBytes)}"}`, 'application/json', 413],
    ['of too many members', `{"a":[${'1,'.repeat(400_000)}1]}`, 'application/json', 413],
    ['with the key __proto__', '{"a":{"__proto__":{"admin":true}}}', 'application/json', 400],
    ['with that key in disguise', '{"\\u005f_proto__":1}', 'application/json', 400],
    ['with the key constructor', '{"constructor":{"prototype":1}}', 'application/json', 200],
  ])('%s', async (_name, body, type, status) => {
    const answer = await post(body, type);
    expect(answer.status).toBe(status);
    if (status !== 200) expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect({}).not.toHaveProperty('admin');
  });

  it('that are refused leave no trace of what they held', async () => {
    const { body } = await post('{"secret-value":');
    expect(JSON.stringify([body, world.lines])).not.toContain('secret-value');
    expect(world.audited).toEqual([]);
  });
});

describe('parameters', () => {
  it.each([
    ['/things', 200],
    ['/things?limit=100', 200],
    ['/things?limit=101', 400],
    ['/things?limit=1&limit=2', 400],
    ['/things?surplus=1', 400],
    ['/things?__proto__=1', 400],
    ['/things?cursor=A', 400],
    [`/things?cursor=${cursorOf('a place')}`, 200],
    ['/things?limit=%E0%A4%A', 400],
  ])('%s is answered with %d', async (path, status) => {
    expect(await world.call(`GET ${path}`)).toMatchObject({ status });
  });

  it('carry a place through a cursor unchanged', () => {
    for (const place of ['x', 'crisis#000001', 'ö😀']) expect(placeOf(cursorOf(place))).toBe(place);
  });
});

describe('callers', () => {
  const claims = (groups: unknown, more = {}) => ({
    sub: 'ada',
    token_use: 'access',
    ...(groups !== undefined && { 'cognito:groups': groups }),
    ...more,
  });

  it.each([
    ['nobody', null, 401],
    ['an identity token', claims('[admins]', { token_use: 'id' }), 401],
    ['no subject', claims('[admins]', { sub: '' }), 401],
    ['a plain user', claims(undefined), 403],
    ['a scientist', claims('[scientists]'), 403],
    ['a scientist and admin', claims('[scientists admins]'), 200],
    ['a group whose name only begins so', claims('[admins2 superadmins]'), 403],
    ['a list that is none', claims('admins'), 403],
  ])('%s', async (_name, given, status) => {
    expect(await world.call('POST /things/1/change', { claims: given, body: '{}' })).toMatchObject({
      status,
    });
  });

  it('who may not call learn nothing of what a call should look like', async () => {
    const answer = await world.call('POST /things/1/change', { claims: claims('[scientists]'), body: '{' });
    expect(answer).toMatchObject({ status: 403, body: { type: 'urn:wellcast:problem:not-allowed' } });
  });
});

describe('failures', () => {
  it('are told without their details, under an id that the log has', async () => {
    world = setUp({ fail: new Error('ada has 42 bpm') });
    const { status, body, headers } = await post('{}');
    expect(status).toBe(500);
    expect(body).toEqual({
      type: 'urn:wellcast:problem:internal',
      title: 'Internal',
      status: 500,
      detail: 'Something failed on our side; the log has the details under request-1.',
      instance: 'urn:wellcast:request:request-1',
    });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(world.operations).toEqual(['POST things.change true']);
    expect(world.audited).toMatchObject([{ outcome: 'failed' }]);
  });

  it('to write down what was done are answered with 500 and nothing else', async () => {
    world = setUp({ auditFails: true });
    const { status, body } = await post('{"a":"secret"}');
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('secret');
  });
});

describe('the audit', () => {
  it('has who, in which role, what and with which outcome; reads of figures leave none', async () => {
    await post('{}');
    await world.call('POST /things/1/change', {
      claims: { sub: 'sia', token_use: 'access', 'cognito:groups': '[scientists]' },
      body: '{}',
    });
    await world.call('GET /things');
    expect(world.audited).toEqual([
      {
        actor: { userId: 'ada', role: 'admin' },
        action: 'things.change',
        outcome: 'done',
        requestId: 'request-1',
      },
      {
        actor: { userId: 'sia', role: 'scientist' },
        action: 'things.change',
        outcome: 'refused',
        requestId: 'request-1',
      },
    ]);
  });

  it('measures operations by their route, and unknown paths as one', async () => {
    await world.call('GET /things');
    await world.call('GET /nothing/here/ada');
    expect(world.operations).toEqual(['GET things false', 'unknown false']);
  });
});

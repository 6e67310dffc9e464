import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeJwt, importPKCS8, type JWTHeaderParameters, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RouteSpec } from '../../../lib/catalog-doors.ts';
import type { httpEvent } from '../../../local/http-front/http-event.ts';
import { signingKey } from '../../../local/http-front/signing-key.ts';
import { issueToken } from '../../../local/http-front/token.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { testCatalog } from '../../support/test-catalog.ts';

const route = (
  method: RouteSpec['method'],
  path: string,
  more: Pick<RouteSpec, 'authorizer' | 'throttle'>,
): RouteSpec => ({ method, path, target: 'extractMoodFeatures', ...more });

let aws: TestAws;

beforeAll(async () => {
  const routes = [
    route('GET', '/{anything+}', { authorizer: 'none' }),
    route('GET', '/people/{id}', { authorizer: 'none' }),
    route('GET', '/people/me', { authorizer: 'none' }),
    route('GET', '/scarce', { authorizer: 'none', throttle: { ratePerSecond: 0.001, burst: 2 } }),
    route('POST', '/sync', { authorizer: 'jwt' }),
    route('POST', '/device/sync', { authorizer: 'device' }),
    route('GET', '/device/history', { authorizer: 'device' }),
  ];
  const catalog = testCatalog({ routes }, { entry: 'test/local/handlers/http.ts' });
  const authorizeDevice = {
    ...catalog.functions.authorizeDevice,
    entry: 'test/local/handlers/authorize.ts',
  };
  aws = await startTestAws({
    catalog: { ...catalog, functions: { ...catalog.functions, authorizeDevice } },
  });
});

afterAll(() => aws.close());

const hour = 3_600_000;
const call = (path: string, init: RequestInit = {}) => fetch(`${aws.apiEndpoint}${path}`, init);
/** The event that a function of the tests was given and has sent back. */
const eventOf = async (answer: Response): Promise<ReturnType<typeof httpEvent>> =>
  JSON.parse(await answer.text());
const token = (more: Partial<Parameters<typeof issueToken>[0]> = {}) =>
  issueToken({
    dataDir: aws.dataDir,
    user: 'ada',
    groups: ['admins', 'scientists'],
    expiresIn: '1h',
    now: Date.now(),
    ...more,
  });
/** The same token with another header, signed by the right key. */
const signedAs = async (header: JWTHeaderParameters) => {
  const key = await importPKCS8((await signingKey(aws.dataDir)).privatePem, 'RS256');
  return new SignJWT(decodeJwt(await token())).setProtectedHeader(header).sign(key);
};
const sync = (authorization: string) => call('/sync', { method: 'POST', headers: { authorization } });

describe('routes', () => {
  test('a path that no route has answers 404 in the words of API Gateway', async () => {
    const answer = await call('/sync', { method: 'DELETE' });

    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ message: 'Not Found' });
  });

  test.each(['/people/%', '/people/%E0%A4%A', '/%ff'])('%s is no path and answers 400', async (path) => {
    const answer = await call(path);

    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ message: 'Bad Request' });
  });

  test.each([
    ['/people/me', 'GET /people/me', undefined],
    ['/people/a%20b', 'GET /people/{id}', { id: 'a b' }],
    ['/people/7/moods', 'GET /{anything+}', { anything: 'people/7/moods' }],
  ])('%s goes to the most definite route', async (path, routeKey, pathParameters) => {
    const event = await eventOf(await call(path));

    expect(event).toMatchObject({ routeKey, rawPath: path });
    expect('pathParameters' in event ? event.pathParameters : undefined).toEqual(pathParameters);
  });
});

describe('the event', () => {
  test('has payload format 2.0: repeated parameters and headers joined, cookies apart', async () => {
    const event = await eventOf(
      await call('/people/me?tag=a&tag=b&x=%C3%A4', { headers: { cookie: 'a=1; b=2', 'X-One': '1' } }),
    );

    expect(event).toMatchObject({
      version: '2.0',
      rawQueryString: 'tag=a&tag=b&x=%C3%A4',
      queryStringParameters: { tag: 'a,b', x: 'ä' },
      cookies: ['a=1', 'b=2'],
      headers: { 'x-one': '1' },
      isBase64Encoded: false,
      requestContext: {
        accountId: '000000000000',
        stage: '$default',
        http: { method: 'GET', path: '/people/me', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
      },
    });
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event).not.toHaveProperty('body');
    expect(event.requestContext.time).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/);
  });

  test('hands over parameters by whatever name they have', async () => {
    const event = await eventOf(await call('/people/me?toString=1&__proto__=2&constructor=3'));

    expect(JSON.stringify(event)).toContain(
      '"queryStringParameters":{"toString":"1","__proto__":"2","constructor":"3"}',
    );
  });

  test('a JSON body arrives as text, another as base64', async () => {
    const authorization = `Bearer ${await token()}`;
    const post = async (type: string, body: string | Uint8Array<ArrayBuffer>) => {
      const answer = await call('/sync', {
        method: 'POST',
        body,
        headers: { authorization, 'content-type': type },
      });
      return eventOf(answer);
    };

    expect(await post('application/json', '{"a":1}')).toMatchObject({
      body: '{"a":1}',
      isBase64Encoded: false,
    });
    expect(await post('application/octet-stream', new Uint8Array([0, 255]))).toMatchObject({
      body: 'AP8=',
      isBase64Encoded: true,
    });
  });

  test('a body in gzip arrives as base64, whatever type it says to be', async () => {
    const answer = await call('/sync', {
      method: 'POST',
      body: gzipSync('{"a":1}'),
      headers: {
        authorization: `Bearer ${await token()}`,
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      },
    });
    const { body = '', isBase64Encoded } = await eventOf(answer);

    expect(isBase64Encoded).toBe(true);
    expect(gunzipSync(Buffer.from(body, 'base64')).toString()).toBe('{"a":1}');
  });

  test('an event over 6 MB, base64 included, is 413', async () => {
    const authorization = `Bearer ${await token()}`;
    const body = new Uint8Array(4_800_000);

    expect((await call('/sync', { method: 'POST', headers: { authorization }, body })).status).toBe(413);
  });

  test('a body over 10 MB is 413', async () => {
    const authorization = `Bearer ${await token()}`;
    const body = new Uint8Array(10 * 1024 * 1024 + 1);

    expect((await call('/sync', { method: 'POST', headers: { authorization }, body })).status).toBe(413);
  });
});

describe('the answer', () => {
  test('status, headers, cookies and a binary body are those of the function', async () => {
    const answer = await call('/people/me?answer=binary');

    expect(answer.status).toBe(201);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('x-many')).toBe('yes');
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 255, 1]);
  });

  test.each([
    ['plain', '{"any":"thing"}'],
    ['text', 'just text'],
  ])('an answer without a statusCode is a 200: %s', async (answer, body) => {
    const response = await call(`/people/me?answer=${answer}`);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.text()).toBe(body);
  });

  test('an error of the function is a 500 that says nothing', async () => {
    const answer = await call('/people/me?answer=throw');

    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ message: 'Internal Server Error' });
  });
});

describe('the JWT authorizer', () => {
  test('hands the claims over as strings, groups as [one two]', async () => {
    const event = await eventOf(await sync(`Bearer ${await token()}`));
    const { authorizer } = event.requestContext;

    expect(authorizer).toMatchObject({
      jwt: {
        claims: {
          sub: 'ada',
          username: 'ada',
          token_use: 'access',
          client_id: 'wellcast-local',
          'cognito:groups': '[admins scientists]',
        },
        scopes: null,
      },
    });
    expect(authorizer).toHaveProperty('jwt.claims.exp', expect.stringMatching(/^\d+$/));
  });

  test('a user without groups has no such claim', async () => {
    expect(decodeJwt(await token({ groups: [] }))).not.toHaveProperty('cognito:groups');
  });

  test.each([
    ['no token', async () => ''],
    ['no JWT', async () => 'Bearer nonsense'],
    ['an expired one', async () => `Bearer ${await token({ now: Date.now() - 2 * hour })}`],
    ['a changed one', async () => `Bearer ${(await token()).replace(/.....$/, 'AAAAA')}`],
    ['one for another audience', async () => `Bearer ${await token({ clientId: 'someone-elses-app' })}`],
    ['one that nobody signed', async () => `Bearer ${new UnsecuredJWT(decodeJwt(await token())).encode()}`],
    ['one of a key without a name', async () => `Bearer ${await signedAs({ alg: 'RS256' })}`],
    ['one of a key that is unknown', async () => `Bearer ${await signedAs({ alg: 'RS256', kid: 'old' })}`],
    ['one that is not issued yet', async () => `Bearer ${await token({ now: Date.now() + hour })}`],
    ["another installation's", async () => `Bearer ${await token({ dataDir: `${aws.dataDir}/elsewhere` })}`],
  ])('refuses %s with 401', async (_, authorization) => {
    const answer = await sync(await authorization());

    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ message: 'Unauthorized' });
  });

  test('a time that is none is refused when the token is asked for', async () => {
    await expect(token({ expiresIn: 'soon' })).rejects.toThrow(/number and s, m, h or d/);
  });
});

describe('the device authorizer', () => {
  const sendAs = (key: string | undefined, path = '/device/sync', method = 'POST') =>
    call(path, { method, headers: key === undefined ? {} : { 'X-Api-Key': key } });

  test('hands over what the function says of the key', async () => {
    const event = await eventOf(await sendAs('good'));

    expect(event.requestContext.authorizer).toMatchObject({
      lambda: { userId: 'ada', identitySource: ['good'], body: 'none' },
    });
  });

  test('asks in payload format 2.0', async () => {
    const event = await eventOf(await sendAs('good-format'));

    expect(event.requestContext.authorizer).toMatchObject({
      lambda: {
        version: '2.0',
        type: 'REQUEST',
        routeKey: 'POST /device/sync',
        routeArn: 'arn:aws:execute-api:us-east-1:000000000000:local/$default/POST/device/sync',
      },
    });
  });

  test('asks once for a key, whichever the route, as long as the answer holds', async () => {
    const callsOf = async (answer: Response) => {
      const { authorizer } = (await eventOf(answer)).requestContext;
      return authorizer !== undefined && 'lambda' in authorizer ? authorizer.lambda?.['calls'] : undefined;
    };
    const first = await callsOf(await sendAs('good-again'));

    expect(first).toEqual(expect.any(Number));
    expect(await callsOf(await sendAs('good-again'))).toBe(first);
    expect(await callsOf(await sendAs('good-again', '/device/history', 'GET'))).toBe(first);
    expect(await callsOf(await sendAs('good-other'))).not.toBe(first);
  });

  test.each([
    ['no key: 401, and the function is not asked', undefined, 401, 'Unauthorized'],
    ['an empty key: 401 too', '', 401, 'Unauthorized'],
    ['a key that the function refuses: 403', 'bad', 403, 'Forbidden'],
    ['a function that fails: 500', 'broken', 500, 'Internal Server Error'],
    ['a function that gives no verdict: 500', 'odd', 500, 'Internal Server Error'],
  ])('answers %s', async (_, key, status, message) => {
    const answer = await sendAs(key);

    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ message });
  });
});

describe('the throttle', () => {
  test('lets the burst through and answers 429 from then on', async () => {
    const statuses = [];
    for (let request = 0; request < 4; request++) statuses.push((await call('/scarce')).status);

    expect(statuses).toEqual([200, 200, 429, 429]);
    expect(await (await call('/scarce')).json()).toEqual({ message: 'Too Many Requests' });
  });
});

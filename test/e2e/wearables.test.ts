import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueToken } from '../../local/http-front/token.ts';
import { textsUnder } from '../lambdas/support/handler-environment.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { spawnWellcast } from '../support/spawn-wellcast.ts';
import { publishUntrainedModel, untrainedModelFiles } from '../support/untrained-wearable-model.ts';

/** In every id; must never come out in a log, an alert or an error. */
const canary = 'canary-9b1c';
const ada = `${canary}-ada`;
const intervalMs = 5000;
const startMs = Date.now() - 86_400_000;
const files = untrainedModelFiles({ units: [16, 8], encodingDim: 4 });

let aws: TestAws;
beforeAll(async () => {
  aws = await startTestAws();
});
afterAll(() => aws.close());

const token = (user = ada, expiresIn = '1h', now = Date.now()) =>
  issueToken({ dataDir: aws.dataDir, user, groups: [], expiresIn, now });
const metric = (index: number, heartRate = 70, userId = ada) => ({
  userId,
  timestamp: startMs + index * intervalMs,
  deviceId: `${canary} watch`,
  metrics: { heartRate, steps: 0, calories: 0.1, distance: 0, batteryLevel: 90 },
  isAnomalous: false,
  localAnomalyScore: 0.1,
});
const metrics = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => metric(from + index));

const call = async (
  route: string,
  options: {
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly user?: string;
  } = {},
) => {
  const [method = 'GET', pathname = ''] = route.split(' ');
  const { body, user = ada } = options;
  const response = await fetch(`${aws.apiEndpoint}${pathname}`, {
    method,
    headers: options.headers ?? {
      authorization: `Bearer ${await token(user)}`,
      'content-type': 'application/json',
    },
    ...(body !== undefined && {
      body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
    }),
  });
  return { status: response.status, body: Object(await response.json()) };
};
const sync = (body: unknown, user?: string) =>
  call('POST /health-data/sync', { body, ...(user !== undefined && { user }) });
const storedSamples = async () => {
  const client = new DynamoDBClient(aws.client);
  const { Items = [] } = await DynamoDBDocumentClient.from(client).send(
    new ScanCommand({ TableName: 'HealthMetrics' }),
  );
  client.destroy();
  return Items.flatMap((item) => Object.keys(item).filter((name) => /^s\d+$/.test(name)));
};

describe('a watch and its endpoint', () => {
  it('without a model: stored, 503 that says so; with a torn one the same; scored once it is whole', async () => {
    const absent = await sync(metrics(100));
    expect(absent).toMatchObject({
      status: 503,
      body: { error: { code: 'model-unavailable', success: false, accepted: 100 } },
    });
    const torn = new Map(files).set('weights.bin', files.get('weights.bin')!.subarray(0, 100));
    await publishUntrainedModel(aws.client, torn);
    const answer = await sync(metrics(100));
    expect(answer.status).toBe(503);
    expect(answer.body.error.message).toContain('weights.bin is torn');
    expect(answer.body.error).toMatchObject({ accepted: 0, duplicates: 100 });

    await publishUntrainedModel(aws.client, files);
    const scored = await sync(metrics(1, 100));
    expect(scored).toMatchObject({ status: 200, body: { success: true, accepted: 1 } });
    expect(scored.body.results[0]).toMatchObject({ source: 'model' });
    const status = await call('GET /health-data/status');
    expect(status.body).toMatchObject({ awaitingScores: false, thresholdFactor: 1 });
    const history = await call('GET /health-data/history?limit=101');
    const sources = history.body.history.map((entry: { source: string }) => entry.source);
    expect(sources.filter((source: string) => source === 'model')).toHaveLength(42);
    expect(sources.filter((source: string) => source === 'rules')).toHaveLength(59);
  }, 60_000);

  it('the same batch five times at once: stored once, same scores, counts that add up', async () => {
    const batch = metrics(100, 101);
    const answers = await Promise.all(Array.from({ length: 5 }, () => sync(batch)));
    const total = (count: string) => answers.reduce((sum, { body }) => sum + body[count], 0);
    expect([total('accepted'), total('duplicates')]).toEqual([100, 400]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body.results))).size).toBe(1);
    expect(await storedSamples()).toHaveLength(201);
  });

  it('answers 401 without a token that holds, and nothing reaches the table', async () => {
    const secret = new TextEncoder().encode('x'.repeat(32));
    const claims = { sub: ada, token_use: 'access', client_id: 'wellcast-local' };
    const tokens = [
      await token(ada, '1h', Date.now() - 7_200_000),
      await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1h').sign(secret),
      new UnsecuredJWT(claims).setExpirationTime('1h').encode(),
      'nonsense',
    ];
    for (const one of tokens) {
      const headers = { authorization: `Bearer ${one}` };
      expect((await call('POST /health-data/sync', { headers, body: metrics(1, 300) })).status).toBe(401);
      expect((await call('GET /health-data/history', { headers })).status).toBe(401);
    }
    expect(await storedSamples()).toHaveLength(201);
  });

  it('answers 403 to another user’s id, whether that user exists or not, and writes nothing', async () => {
    const foreign = await sync([metric(300), { ...metric(301), userId: `${canary}-bob` }]);
    expect(foreign).toMatchObject({ status: 403, body: { error: { code: 'other-user' } } });
    await sync([metric(0, 70, `${canary}-bob`)], `${canary}-bob`);
    const asked = await Promise.all(
      ['bob', 'nobody'].map((name) => call(`GET /health-data/history?userId=${canary}-${name}`)),
    );
    expect(asked[0]).toEqual(asked[1]);
    expect(asked[0]?.status).toBe(403);
    expect(await storedSamples()).toHaveLength(202);
  });

  it('takes gzip by what it is, and refuses bombs, depth and sizes by name', async () => {
    const headers = { authorization: `Bearer ${await token()}`, 'content-type': 'application/octet-stream' };
    const post = (body: unknown) => call('POST /health-data/sync', { headers, body });
    const zipped = await post(gzipSync(JSON.stringify(metrics(1, 300))));
    expect(zipped).toMatchObject({ status: 200, body: { accepted: 1 } });
    const bomb = await post(gzipSync(Buffer.alloc(100_000_000, 0x20)));
    expect(bomb).toMatchObject({ status: 413, body: { error: { code: 'body-too-large' } } });
    const deep = await sync('['.repeat(10_000) + ']'.repeat(10_000));
    expect(deep).toMatchObject({ status: 400, body: { error: { code: 'body-too-deep' } } });
    expect((await sync(`["${'x'.repeat(7_000_000)}"]`)).status).toBe(413);
    const odd = JSON.stringify([metric(302), metric(303), metric(304)])
      .replace('70', 'NaN')
      .replace('"metrics":{"heartRate":70', '"metrics":{"__proto__":{"a":1},"heartRate":70');
    const answer = await sync(odd);
    expect(answer).toMatchObject({
      status: 200,
      body: { accepted: 1, rejected: [{ index: 0 }, { index: 1 }] },
    });
  });

  it('an anomaly is told of once, marked as false, and raises that person’s threshold', async () => {
    const racing = [400, 401, 402].map((index) => metric(index, 190));
    const answer = await sync(racing);
    expect(answer.body).toMatchObject({ success: true, anomalyDetected: true });
    await sync(racing);
    const outbox = await textsUnder(path.join(aws.dataDir, 'outbox'));
    expect(outbox.match(/health-anomaly/g)).toHaveLength(1);
    const feedback = await call('POST /health-data/feedback', {
      body: { timestamp: racing[0]?.timestamp, verdict: 'false-alarm' },
    });
    expect(feedback).toMatchObject({ status: 200, body: { changed: true, thresholdFactor: 1.1 } });
    const elsewhere = await call('POST /health-data/feedback', {
      body: { timestamp: 1, verdict: 'confirmed' },
    });
    expect(elsewhere).toMatchObject({ status: 404, body: { error: { code: 'episode-not-found' } } });
  });

  it('a device key works under /device/, for its person only, until it is revoked', async () => {
    const wellcast = async (...args: string[]) => {
      const end = await spawnWellcast(['devices', ...args], aws.clientEnvironment).ended;
      expect(end.code, end.stderr).toBe(0);
      return end.stdout;
    };
    const { key, keyId } = JSON.parse(await wellcast('issue', '--user', ada, '--device', 'watch', '--json'));
    const headers = { 'x-api-key': key, 'content-type': 'application/json' };
    const post = (body: unknown, more: Readonly<Record<string, string>> = headers) =>
      call('POST /device/health-data/sync', { headers: more, body });
    expect(await post(metrics(2, 500))).toMatchObject({ status: 200, body: { accepted: 2 } });
    expect((await post([metric(503, 70, `${canary}-bob`)])).status).toBe(403);
    const ingest = await call('POST /device/health-data/ingest', { headers, body: metric(503) });
    expect(ingest).toMatchObject({ status: 200, body: { accepted: 1 } });
    expect((await post([metric(504)], {})).status).toBe(401);
    expect((await post([metric(504)], { 'x-api-key': `${key}x` })).status).toBe(403);
    expect(await wellcast('list', '--user', ada)).toContain(keyId);
    expect(await wellcast('revoke', '--user', ada, '--key-id', keyId)).toContain('is revoked');
    expect(JSON.parse(await wellcast('list', '--user', ada, '--json'))).toMatchObject([
      { keyId, deviceName: 'watch', revokedAt: expect.any(String) },
    ]);
  }, 30_000);

  it('invoked directly, answers the rows of the seed', async () => {
    const row = {
      heartRate: 75,
      steps: 0,
      calories: 0.1,
      distance: 0,
      hour_sin: 0.5,
      hour_cos: 0.866,
      is_weekend: 0,
    };
    const client = new LambdaClient(aws.client);
    const Payload = JSON.stringify({ metrics: Array.from({ length: 60 }, () => row) });
    const answer = await client.send(
      new InvokeCommand({ FunctionName: 'health-anomaly-detector', Payload: Buffer.from(Payload) }),
    );
    client.destroy();
    const { statusCode, body } = JSON.parse(Buffer.from(answer.Payload ?? []).toString('utf8'));
    expect(statusCode).toBe(200);
    expect(body).toMatchObject({ message: 'Anomaly detection completed', rejected: [] });
    expect(body.results).toHaveLength(60);
    expect(body.results[59]).toMatchObject({ source: 'model' });
  });

  it('no id, no device and no rate comes out in a log or an alert', async () => {
    for (const folder of ['logs', 'outbox']) {
      const text = await textsUnder(path.join(aws.dataDir, folder));
      expect(text).not.toContain(canary);
      expect(text).not.toMatch(/heartRate"?:/);
    }
    expect(await textsUnder(path.join(aws.dataDir, 'logs'))).toContain('metrics synced');
  });
});

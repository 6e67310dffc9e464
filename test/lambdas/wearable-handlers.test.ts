import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDynamoDbDeviceKeys } from '../../lambdas/shared/adapters/dynamodb-device-keys.ts';
import { makeDynamoDbRecentAudit } from '../../lambdas/shared/adapters/dynamodb-recent-audit.ts';
import { hashOfDeviceKey, newDeviceKey } from '../../lambdas/shared/device-key.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { publishUntrainedModel, untrainedModelFiles } from '../support/untrained-wearable-model.ts';
import { captureOutput } from './support/capture-output.ts';
import { load } from './support/handler-environment.ts';
import { restoreEnvironment } from './support/restore-environment.ts';
import { syncEvent, wearMetrics } from './support/sync-set-up.ts';

/** Who wears the watch; must come out in no log. */
const canary = 'canary-51ce';
const context = { awsRequestId: 'request-1' };
restoreEnvironment();
let aws: TestAws;

beforeAll(async () => {
  aws = await startTestAws();
  Object.assign(process.env, aws.clientEnvironment, {
    TABLE_NAME: 'EmoCompanion',
    HEALTH_METRICS_TABLE: 'HealthMetrics',
    UNSCORED_INDEX: 'UnscoredIndex',
    ERASURES_TABLE: 'wellcast-Erasures',
    TOMBSTONE_SECRET: 'mindmate/tombstone-secret',
    ANOMALY_ALERTS_TABLE: 'MindMate-AnomalyAlerts',
    AUDIT_TRAIL_TABLE: 'wellcast-AuditTrail',
    AUDIT_KEYS_TABLE: 'wellcast-AuditKeys',
    DEVICE_KEYS_TABLE: 'MindMate-DeviceKeys',
    MODEL_REGISTRY_TABLE: 'MindMate-ModelRegistry',
    ALERT_TOPIC_ARN: 'arn:aws:sns:us-east-1:000000000000:mindmate-health-alerts',
  });
});
afterAll(async () => {
  await aws.close();
});

const bodyOf = (answer: unknown) => JSON.parse(String(Reflect.get(Object(answer), 'body')));
const metrics = wearMetrics(61).map((metric) => ({ ...metric, userId: canary }));

describe('the handlers behind the watch', () => {
  it('store, answer 503 without a model, score with one, tell once, and log nobody', async () => {
    const detect = await load('detect-health-anomalies');
    const serve = await load('serve-health-history');
    const output = captureOutput();
    const unscored = await detect(syncEvent(metrics, canary), context);
    await publishUntrainedModel(aws.client, untrainedModelFiles({ units: [8], encodingDim: 4 }));
    const racing = wearMetrics(1, -7200, 190).map((metric) => ({ ...metric, userId: canary }));
    const scored = await detect(syncEvent([...metrics, ...racing], canary), context);
    const refused = await detect(syncEvent([{ userId: 'bob' }], canary), context);
    const history = await serve(
      { ...syncEvent('', canary, 'GET /health-data/history'), queryStringParameters: { limit: '2' } },
      context,
    );
    const status = await serve(syncEvent('', canary, 'GET /health-data/status'), context);
    const [episode] = bodyOf(status).episodes;
    const feedback = await serve(
      syncEvent({ alertId: episode?.alertId, verdict: 'confirmed' }, canary, 'POST /health-data/feedback'),
      context,
    );
    output.release();
    expect(unscored).toMatchObject({ statusCode: 503 });
    expect(bodyOf(unscored)).toMatchObject({ error: { code: 'model-unavailable', accepted: 61 } });
    expect(bodyOf(scored)).toMatchObject({ success: true, accepted: 1, duplicates: 61 });
    expect(refused).toMatchObject({ statusCode: 403 });
    expect(bodyOf(history).history).toHaveLength(2);
    expect(bodyOf(feedback)).toMatchObject({ success: true, thresholdFactor: 1 });
    expect(output.text()).toContain('"ModelUnavailable":1');
    expect(output.text()).toContain('"WindowsScored"');
    expect(output.text()).not.toContain(canary);
    expect(output.text()).not.toContain('galaxy-watch');
    const client = new DynamoDBClient(aws.client);
    const trail = makeDynamoDbRecentAudit({ client, tableName: 'wellcast-AuditTrail' });
    const records = await trail.newest(10);
    client.destroy();
    expect(records.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'health-data.feedback done',
      'health-data.status done',
      'health-data.history done',
    ]);
    expect(JSON.stringify(records)).not.toContain(canary);
  });

  it('answer the rows of the seed when they are invoked directly', async () => {
    const detect = await load('detect-health-anomalies');
    const row = {
      heartRate: 75,
      steps: 0,
      calories: 0,
      distance: 0,
      hour_sin: 0.5,
      hour_cos: 0.866,
      is_weekend: 0,
    };
    const output = captureOutput();
    const answer = await detect({ metrics: Array.from({ length: 60 }, () => row) }, context);
    const direct = await (await load('serve-health-history'))({ userId: canary }, context);
    output.release();
    expect(answer).toMatchObject({ statusCode: 200, body: { message: 'Anomaly detection completed' } });
    expect(direct).toMatchObject({ statusCode: 400 });
  });

  it('tell the gateway whose a device key is', async () => {
    const client = new DynamoDBClient(aws.client);
    const key = newDeviceKey();
    await makeDynamoDbDeviceKeys({ client, tableName: 'MindMate-DeviceKeys' }).add(
      hashOfDeviceKey(key) ?? '',
      { userId: canary, deviceName: 'watch', createdAt: '2026-01-05T10:00:00.000Z' },
    );
    client.destroy();
    const authorize = await load('authorize-device');
    const output = captureOutput();
    const known = await authorize({ headers: { 'x-api-key': key } }, context);
    const unknown = await authorize({ headers: {} }, context);
    output.release();
    expect(known).toMatchObject({ isAuthorized: true, context: { userId: canary } });
    expect(unknown).toEqual({ isAuthorized: false });
    expect(output.text()).not.toContain(canary);
  });
});

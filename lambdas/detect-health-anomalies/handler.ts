import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';
import { makeFusedEngine } from '../../ml/lstm/fused-engine.ts';
import { readNetwork } from '../../ml/lstm/read-network.ts';
import { makeDynamoDbAlertBooks } from '../shared/adapters/dynamodb-alert-books.ts';
import { makeDynamoDbHealthMetrics } from '../shared/adapters/dynamodb-health-metrics.ts';
import { makeDynamoDbProfiles } from '../shared/adapters/dynamodb-profiles.ts';
import { makeLocateWearableModel } from '../shared/adapters/locate-wearable-model.ts';
import { makeS3WearableModels } from '../shared/adapters/s3-wearable-models.ts';
import { makeSnsAlerts } from '../shared/adapters/sns-alerts.ts';
import { systemClock } from '../shared/adapters/system-clock.ts';
import { openTombstones, tombstoneEnvironment } from '../shared/erasure/open-tombstones.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeLeanTelemetry } from '../shared/runtime/lean-telemetry.ts';
import { makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makeDetectAnomalies } from './detect-anomalies.ts';
import { type HealthRequest, parseDetectRequest, parseHttpRequest } from './schema.ts';
import { makeSyncHealthData } from './sync-health-data.ts';

const name = z.string().min(1);
const environment = parseEnvironment({
  ...tombstoneEnvironment,
  TABLE_NAME: name,
  HEALTH_METRICS_TABLE: name,
  UNSCORED_INDEX: name,
  ANOMALY_ALERTS_TABLE: name,
  MODEL_REGISTRY_TABLE: name,
  MODEL_PATH: z
    .string()
    .regex(/^(s3:\/\/[a-z0-9.-]{3,63}\/.+)?$/)
    .default(''),
  ALERT_TOPIC_ARN: name,
});
const telemetry = makeLeanTelemetry('health-anomaly-detector');
// A watch waits for the answer, and the gateway for 30 s: what hangs is given up in time to store the metrics.
const settings = clientSettings({ maxAttempts: 3, requestTimeoutMs: 4_000 });
const dynamoDb = telemetry.traced(new DynamoDBClient(settings));
// A model's files are checked by their own sha256.
const s3 = telemetry.traced(new S3Client({ ...settings, responseChecksumValidation: 'WHEN_REQUIRED' }));
const sns = telemetry.traced(new SNSClient(settings));

const models = makeS3WearableModels({
  client: s3,
  locate: makeLocateWearableModel({
    client: dynamoDb,
    tableName: environment.MODEL_REGISTRY_TABLE,
    pinnedPath: environment.MODEL_PATH,
  }),
  makeEngine: (modelJson, weights) => makeFusedEngine(readNetwork(modelJson, weights)),
  clock: systemClock,
  telemetry,
});
const profiles = makeDynamoDbProfiles({ client: dynamoDb, tableName: environment.TABLE_NAME });
const detect = makeDetectAnomalies({ models, profiles, telemetry });
const sync = makeSyncHealthData({
  metrics: makeDynamoDbHealthMetrics({
    client: dynamoDb,
    tableName: environment.HEALTH_METRICS_TABLE,
    unscoredIndex: environment.UNSCORED_INDEX,
  }),
  profiles,
  tombstones: openTombstones(environment, { client: dynamoDb, telemetry }),
  models,
  books: makeDynamoDbAlertBooks({ client: dynamoDb, tableName: environment.ANOMALY_ALERTS_TABLE }),
  alerts: makeSnsAlerts({ client: sns, topicArn: environment.ALERT_TOPIC_ARN }),
  clock: systemClock,
  telemetry,
  newId: randomUUID,
});

export const handler = makeHandler({
  telemetry,
  parse: parseDetectRequest,
  parseHttp: parseHttpRequest,
  run: (request: HealthRequest) => (request.kind === 'sync' ? sync(request) : detect(request)),
});

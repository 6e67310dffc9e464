import { randomUUID } from 'node:crypto';
import { en } from 'zod/locales';
import * as z from 'zod/mini';
import { makeFusedEngine } from '../../ml/lstm/fused-engine.ts';
import { prepareKernels } from '../../ml/lstm/kernels.ts';
import { readNetwork } from '../../ml/lstm/read-network.ts';
import { makeDirectSnsAlerts } from '../shared/adapters/direct-sns-alerts.ts';
import { makeDynamoDbAlertBooks } from '../shared/adapters/dynamodb-alert-books.ts';
import { makeDynamoDbErasedAmong } from '../shared/adapters/dynamodb-erased-among.ts';
import { makeDynamoDbHealthMetrics } from '../shared/adapters/dynamodb-health-metrics.ts';
import { makeDynamoDbProfiles } from '../shared/adapters/dynamodb-profiles.ts';
import { makeKeptSecret } from '../shared/adapters/kept-secret.ts';
import { makeLocateWearableModel } from '../shared/adapters/locate-wearable-model.ts';
import { requestsAreOut } from '../shared/adapters/requests-are-out.ts';
import { makeS3WearableModels } from '../shared/adapters/s3-wearable-models.ts';
import { systemClock } from '../shared/adapters/system-clock.ts';
import { timerSleep } from '../shared/adapters/timer-sleep.ts';
import { makeJsonItemCalls } from '../shared/aws/json-item-calls.ts';
import { openAws } from '../shared/aws/open-aws.ts';
import { makeReadObject } from '../shared/aws/read-object.ts';
import { makeReadSecret } from '../shared/aws/read-secret.ts';
import { tombstoneEnvironment } from '../shared/erasure/open-tombstones.ts';
import { makeLeanTelemetry } from '../shared/runtime/lean-telemetry.ts';
import { makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makeDetectAnomalies } from './detect-anomalies.ts';
import { type HealthRequest, parseDetectRequest, parseHttpRequest } from './schema.ts';
import { makeSyncHealthData } from './sync-health-data.ts';

// zod/mini says what is wrong with a model's file in no language until it is told one.
z.config(en());

const name = z.string().check(z.minLength(1));
const environment = parseEnvironment({
  ...tombstoneEnvironment,
  TABLE_NAME: name,
  HEALTH_METRICS_TABLE: name,
  UNSCORED_INDEX: name,
  ANOMALY_ALERTS_TABLE: name,
  MODEL_REGISTRY_TABLE: name,
  MODEL_PATH: z._default(z.string().check(z.regex(/^(s3:\/\/[a-z0-9.-]{3,63}\/.+)?$/)), ''),
  ALERT_TOPIC_ARN: name,
});
const telemetry = makeLeanTelemetry('health-anomaly-detector');
// A watch waits for the answer, and the gateway for 30 s: what hangs is given up in time to store the metrics.
const callAws = openAws({ maxAttempts: 3, timeoutMs: 4_000, telemetry });
const items = makeJsonItemCalls(callAws);
const readSecret = makeReadSecret(callAws);

const models = makeS3WearableModels({
  readObject: makeReadObject(callAws),
  locate: makeLocateWearableModel({
    items,
    tableName: environment.MODEL_REGISTRY_TABLE,
    pinnedPath: environment.MODEL_PATH,
  }),
  makeEngine: (modelJson, weights) => makeFusedEngine(readNetwork(modelJson, weights)),
  prepareEngine: () => requestsAreOut().then(() => prepareKernels({ rounding: 'once' })),
  clock: systemClock,
  telemetry,
});
const profiles = makeDynamoDbProfiles({ items, tableName: environment.TABLE_NAME });
const detect = makeDetectAnomalies({ models, profiles, telemetry });
const sync = makeSyncHealthData({
  metrics: makeDynamoDbHealthMetrics({
    items,
    tableName: environment.HEALTH_METRICS_TABLE,
    unscoredIndex: environment.UNSCORED_INDEX,
  }),
  profiles,
  tombstones: {
    among: makeDynamoDbErasedAmong({
      items,
      tableName: environment.ERASURES_TABLE,
      secret: makeKeptSecret(() => readSecret(environment.TOMBSTONE_SECRET)),
      sleep: timerSleep,
      random: Math.random,
      telemetry,
    }),
  },
  models,
  books: makeDynamoDbAlertBooks({ items, tableName: environment.ANOMALY_ALERTS_TABLE }),
  alerts: makeDirectSnsAlerts({ callAws, topicArn: environment.ALERT_TOPIC_ARN }),
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

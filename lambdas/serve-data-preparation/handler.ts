import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { customerHealthModelName } from '../../ml/models/customer-health/health-params.ts';
import { makeDynamoDbAnomalyOverview } from '../shared/adapters/dynamodb-anomaly-overview.ts';
import { makeDynamoDbDailyClaims } from '../shared/adapters/dynamodb-daily-claims.ts';
import { makeDynamoDbDatasetRuns } from '../shared/adapters/dynamodb-dataset-runs.ts';
import { makeDynamoDbErasures } from '../shared/adapters/dynamodb-erasures.ts';
import { makeDynamoDbFeatureCache } from '../shared/adapters/dynamodb-feature-cache.ts';
import { makeDynamoDbModelPerformance } from '../shared/adapters/dynamodb-model-performance.ts';
import { makeDynamoDbModelStages } from '../shared/adapters/dynamodb-model-stages.ts';
import { makeDynamoDbModelVersions } from '../shared/adapters/dynamodb-model-versions.ts';
import { makeDynamoDbRecentAudit } from '../shared/adapters/dynamodb-recent-audit.ts';
import { makeDynamoDbTrainingJobStates } from '../shared/adapters/dynamodb-training-job-states.ts';
import { makeDynamoDbTrainingRuns } from '../shared/adapters/dynamodb-training-runs.ts';
import { launchFunction } from '../shared/adapters/lambda-launch.ts';
import { makeS3SignedLinks } from '../shared/adapters/s3-signed-links.ts';
import { makeSecretsManagerSecret } from '../shared/adapters/secrets-manager-secret.ts';
import { makeSnsAlerts } from '../shared/adapters/sns-alerts.ts';
import { makeSqsJobQueue } from '../shared/adapters/sqs-job-queue.ts';
import { systemClock as clock } from '../shared/adapters/system-clock.ts';
import { auditEnvironment, makeAuditStores } from '../shared/audit/make-audit-stores.ts';
import { makeBuildDataset } from '../shared/dataset-builds/build-dataset.ts';
import { makeVersionStores, versionEnvironment } from '../shared/dataset-builds/version-stores.ts';
import { makePersonalSources, sourceEnvironment } from '../shared/features/make-personal-sources.ts';
import { makeStoredFeatureRows } from '../shared/features/stored-feature-rows.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeLeanTelemetry } from '../shared/runtime/lean-telemetry.ts';
import { makeOperationMetrics } from '../shared/runtime/operation-metrics.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makePreparationApp } from './app.ts';
import { serveEvents } from './http/serve-event.ts';
import { makeWatchFloors } from './models/watch-floors.ts';
import { makeStartRun } from './training/start-run.ts';

const name = z.string().min(1);
const environment = parseEnvironment({
  ...versionEnvironment,
  DATASET_BUILDS_QUEUE_URL: name,
  MODEL_REGISTRY_TABLE: name,
  MODEL_PERFORMANCE_TABLE: name,
  PREPARATION_JOBS_TABLE: name,
  TRAINING_JOBS_TABLE: name,
  TRAINING_RUN_FUNCTION: name,
  ALERT_TOPIC_ARN: name,
  ...sourceEnvironment,
  FEATURE_CACHE_TABLE: name,
  ...auditEnvironment,
  ERASE_FUNCTION: name,
  DEPLOY_FUNCTION: name,
  ANOMALY_ALERTS_TABLE: name,
});
const telemetry = makeLeanTelemetry('serveDataPreparation');
const settings = clientSettings({ requestTimeoutMs: 5_000 });
const client = telemetry.traced(new DynamoDBClient(settings));
const lambda = telemetry.traced(new LambdaClient(settings));
const s3 = telemetry.traced(new S3Client(settings));
const sqs = telemetry.traced(new SQSClient(settings));
const sns = telemetry.traced(new SNSClient(settings));

const inRegistry = { client, tableName: environment.MODEL_REGISTRY_TABLE };
const inPerformance = { client, tableName: environment.MODEL_PERFORMANCE_TABLE };
const inTrainingJobs = { client, tableName: environment.TRAINING_JOBS_TABLE };
const runs = makeDynamoDbTrainingRuns({ client, tableName: environment.PREPARATION_JOBS_TABLE });
const launch = (runId: string) => launchFunction(lambda, environment.TRAINING_RUN_FUNCTION, { runId });
const startTraining = makeStartRun({ runs, clock, launch });

const stores = makeVersionStores(environment, { client, s3, telemetry });
const links = makeS3SignedLinks({ client: s3, bucket: environment.DATASETS_BUCKET });

const secrets = telemetry.traced(new SecretsManagerClient(settings));
const secret = makeSecretsManagerSecret({ client: secrets, secretId: environment.TOMBSTONE_SECRET });
const { audit, persons } = makeAuditStores(environment, { client, secret });

const sources = makePersonalSources(client, environment);

const app = makePreparationApp({
  audit,
  extraction: {
    sources,
    cache: makeDynamoDbFeatureCache({ client, tableName: environment.FEATURE_CACHE_TABLE }),
    featureSets: stores.featureSets,
    tombstones: stores.erased,
    telemetry,
  },
  erasure: {
    tombstones: stores.erased,
    erasures: makeDynamoDbErasures({ client, tableName: environment.ERASURES_TABLE, secret }),
    persons,
    clock,
    launch: (erasureId) => launchFunction(lambda, environment.ERASE_FUNCTION, { erasureId }),
  },
  featureSets: stores.featureSets,
  datasetBuilds: {
    ...stores,
    build: makeBuildDataset({ ...stores, featureRows: makeStoredFeatureRows(sources) }),
    queue: makeSqsJobQueue(sqs, environment.DATASET_BUILDS_QUEUE_URL),
    newId: randomUUID,
    nameOf: (userId) => persons.pseudonymOf(userId),
  },
  datasetVersions: { ...stores, links },
  versionReading: stores,
  links,
  versions: makeDynamoDbModelVersions(inRegistry),
  stages: makeDynamoDbModelStages(inRegistry),
  deploy: async (modelName, version) => {
    // Watches look for themselves.
    if (modelName !== customerHealthModelName) return;
    await launchFunction(lambda, environment.DEPLOY_FUNCTION, { modelName, version, because: 'promoted' });
  },
  performance: makeDynamoDbModelPerformance(inPerformance),
  datasetUses: stores.rows,
  watchFloors: makeWatchFloors({
    alerts: makeSnsAlerts({ client: sns, topicArn: environment.ALERT_TOPIC_ARN }),
    claims: makeDynamoDbDailyClaims(inPerformance),
    startTraining,
    clock,
  }),
  overview: makeDynamoDbAnomalyOverview({
    client,
    healthMetricsTable: environment.HEALTH_METRICS_TABLE,
    anomalyAlertsTable: environment.ANOMALY_ALERTS_TABLE,
  }),
  recentAudit: makeDynamoDbRecentAudit({ client, tableName: environment.AUDIT_TRAIL_TABLE }),
  runs,
  jobs: makeDynamoDbTrainingJobStates(inTrainingJobs),
  datasets: makeDynamoDbDatasetRuns(inTrainingJobs),
  startTraining,
  newId: randomUUID,
  operations: makeOperationMetrics('serveDataPreparation'),
  clock,
  telemetry,
});

export const handler = serveEvents(app, telemetry);

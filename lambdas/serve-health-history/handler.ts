import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { makeDynamoDbAlertBooks } from '../shared/adapters/dynamodb-alert-books.ts';
import { makeDynamoDbHealthHistory } from '../shared/adapters/dynamodb-health-history.ts';
import { makeSecretsManagerSecret } from '../shared/adapters/secrets-manager-secret.ts';
import { systemClock } from '../shared/adapters/system-clock.ts';
import { timerSleep } from '../shared/adapters/timer-sleep.ts';
import { auditEnvironment, makeAuditStores } from '../shared/audit/make-audit-stores.ts';
import { makeSdkItemCalls } from '../shared/aws/sdk-item-calls.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeLeanTelemetry } from '../shared/runtime/lean-telemetry.ts';
import { makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makeLeaveRecords } from './leave-records.ts';
import { makeReadHistory } from './read-history.ts';
import { makeReadStatus } from './read-status.ts';
import { type HealthHistoryRequest, refuseDirect } from './schema.ts';
import { makeTakeFeedback } from './take-feedback.ts';

const name = z.string().min(1);
const environment = parseEnvironment({
  HEALTH_METRICS_TABLE: name,
  UNSCORED_INDEX: name,
  ANOMALY_ALERTS_TABLE: name,
  ...auditEnvironment,
  TOMBSTONE_SECRET: name,
});
const telemetry = makeLeanTelemetry('serveHealthHistory');
const settings = clientSettings({ requestTimeoutMs: 5_000 });
const client = telemetry.traced(new DynamoDBClient(settings));
const items = makeSdkItemCalls(client);
const history = makeDynamoDbHealthHistory({
  items,
  tableName: environment.HEALTH_METRICS_TABLE,
  unscoredIndex: environment.UNSCORED_INDEX,
});
const books = makeDynamoDbAlertBooks({ items, tableName: environment.ANOMALY_ALERTS_TABLE });
const readHistory = makeReadHistory({ history });
const readStatus = makeReadStatus({ history, books });
const takeFeedback = makeTakeFeedback({ books, clock: systemClock, telemetry });
const secret = makeSecretsManagerSecret({
  client: telemetry.traced(new SecretsManagerClient(settings)),
  secretId: environment.TOMBSTONE_SECRET,
});
const { audit } = makeAuditStores(environment, { client, secret });

const serve = (request: HealthHistoryRequest): Promise<unknown> => {
  switch (request.kind) {
    case 'history':
      return readHistory(request);
    case 'status':
      return readStatus(request);
    case 'feedback':
      return takeFeedback(request);
  }
};

export const handler = makeHandler({
  telemetry,
  parse: refuseDirect,
  parseHttp: (event) => event,
  run: makeLeaveRecords({ audit, serve, sleep: timerSleep }),
});

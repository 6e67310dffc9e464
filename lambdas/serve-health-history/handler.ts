import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { makeDynamoDbAlertBooks } from '../shared/adapters/dynamodb-alert-books.ts';
import { makeDynamoDbHealthHistory } from '../shared/adapters/dynamodb-health-history.ts';
import { systemClock } from '../shared/adapters/system-clock.ts';
import { makeSdkItemCalls } from '../shared/aws/sdk-item-calls.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeLeanTelemetry } from '../shared/runtime/lean-telemetry.ts';
import { makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makeReadHistory } from './read-history.ts';
import { makeReadStatus } from './read-status.ts';
import { type HealthHistoryRequest, parseHistoryEvent, refuseDirect } from './schema.ts';
import { makeTakeFeedback } from './take-feedback.ts';

const name = z.string().min(1);
const environment = parseEnvironment({
  HEALTH_METRICS_TABLE: name,
  UNSCORED_INDEX: name,
  ANOMALY_ALERTS_TABLE: name,
});
const telemetry = makeLeanTelemetry('serveHealthHistory');
const client = telemetry.traced(new DynamoDBClient(clientSettings({ requestTimeoutMs: 5_000 })));
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
  parseHttp: parseHistoryEvent,
  run: serve,
});

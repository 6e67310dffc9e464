import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';
import { makeDynamoDbEndpointDeployments } from '../shared/adapters/dynamodb-endpoint-deployments.ts';
import { makeSageMakerEndpointChanges } from '../shared/adapters/sagemaker-endpoint-changes.ts';
import { makeSnsAlerts } from '../shared/adapters/sns-alerts.ts';
import { systemClock } from '../shared/adapters/system-clock.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makeRollBackEndpoint } from './roll-back-endpoint.ts';
import { parseAlarmEvent } from './schema.ts';

const name = z.string().min(1);
const environment = parseEnvironment({
  ENDPOINT_NAME: name,
  ENDPOINT_ALARMS: name,
  ENDPOINT_DEPLOYMENTS_TABLE: name,
  ALERT_TOPIC_ARN: name,
});
const telemetry = makeFunctionTelemetry('rollBackEndpoint');
const dynamoDb = telemetry.traced(new DynamoDBClient(clientSettings()));
const sageMaker = telemetry.traced(new SageMakerClient(clientSettings()));
const sns = telemetry.traced(new SNSClient(clientSettings()));

export const handler = makeHandler({
  telemetry,
  parse: parseAlarmEvent,
  throwFailures: true,
  run: makeRollBackEndpoint({
    endpoints: makeSageMakerEndpointChanges(sageMaker),
    deployments: makeDynamoDbEndpointDeployments({
      client: dynamoDb,
      tableName: environment.ENDPOINT_DEPLOYMENTS_TABLE,
    }),
    alerts: makeSnsAlerts({ client: sns, topicArn: environment.ALERT_TOPIC_ARN }),
    clock: systemClock,
    telemetry,
    endpointName: environment.ENDPOINT_NAME,
    alarmNames: environment.ENDPOINT_ALARMS.split(','),
  }),
});

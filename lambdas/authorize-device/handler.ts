import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { makeDynamoDbDeviceKeys } from '../shared/adapters/dynamodb-device-keys.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeLeanTelemetry } from '../shared/runtime/lean-telemetry.ts';
import type { LambdaContext } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makeAuthorizeDevice } from './authorize-device.ts';
import { parseAuthorizeDeviceEvent } from './schema.ts';

const environment = parseEnvironment({ DEVICE_KEYS_TABLE: z.string().min(1) });
const telemetry = makeLeanTelemetry('authorizeDevice');
const client = telemetry.traced(
  new DynamoDBClient(clientSettings({ maxAttempts: 3, requestTimeoutMs: 2_000 })),
);
const authorizeDevice = makeAuthorizeDevice({
  keys: makeDynamoDbDeviceKeys({ client, tableName: environment.DEVICE_KEYS_TABLE }),
  telemetry,
});

/** An authoriser answers the gateway and nobody else, in a form of its own. */
export const handler = (event: unknown, context: LambdaContext) =>
  telemetry.during(context.awsRequestId, () => authorizeDevice(parseAuthorizeDeviceEvent(event)));

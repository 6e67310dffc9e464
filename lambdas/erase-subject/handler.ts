import { inflateRawSync } from 'node:zlib';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { makeDynamoDbErasures } from '../shared/adapters/dynamodb-erasures.ts';
import { makeKmsSigner } from '../shared/adapters/kms-signer.ts';
import { systemClock as clock } from '../shared/adapters/system-clock.ts';
import { timerSleep as sleep } from '../shared/adapters/timer-sleep.ts';
import { auditEnvironment, makeAuditStores } from '../shared/audit/make-audit-stores.ts';
import { makeVersionStores, versionEnvironment } from '../shared/dataset-builds/version-stores.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makeRebuildWithout } from '../shared/versions/rebuild-without.ts';
import { makeEraseSubject } from './erase-subject.ts';
import { makeErasureSteps, stepEnvironment } from './make-erasure-steps.ts';
import { parseEraseSubjectRequest } from './schema.ts';

const name = z.string().min(1);
const environment = parseEnvironment({
  ...versionEnvironment,
  ...stepEnvironment,
  ...auditEnvironment,
  AUDIT_SIGNING_KEY: name,
  SETTLE_SECONDS: z.coerce.number().int().min(0),
});
const telemetry = makeFunctionTelemetry('eraseSubject');
const client = telemetry.traced(new DynamoDBClient(clientSettings({ maxAttempts: 8 })));
const s3 = telemetry.traced(new S3Client(clientSettings({ requestTimeoutMs: 60_000 })));
const stores = makeVersionStores(environment, { client, s3, telemetry });
const retrying = { sleep, random: Math.random, telemetry };

const { audit, persons } = makeAuditStores(environment, { client, secret: stores.tombstoneSecret });

export const handler = makeHandler({
  telemetry,
  parse: parseEraseSubjectRequest,
  throwFailures: true,
  run: async (request, { awsRequestId }) => eraseSubject(request, awsRequestId),
  isUnfinished: ({ failed }) => failed > 0,
});

const eraseSubject = makeEraseSubject({
  erasures: makeDynamoDbErasures({
    client,
    tableName: environment.ERASURES_TABLE,
    secret: stores.tombstoneSecret,
  }),
  steps: makeErasureSteps(environment, {
    client,
    s3,
    ...retrying,
    clock,
    inflateRaw: (bytes, maxOutputLength) => inflateRawSync(bytes, { maxOutputLength }),
    rebuildWithout: makeRebuildWithout(stores),
  }),
  persons,
  audit,
  signer: makeKmsSigner(telemetry.traced(new KMSClient(clientSettings())), environment.AUDIT_SIGNING_KEY),
  clock,
  settleMs: environment.SETTLE_SECONDS * 1000,
  telemetry,
});

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { makeDynamoDbAuditRecords } from '../shared/adapters/dynamodb-audit-trail.ts';
import { makeKmsSigner } from '../shared/adapters/kms-signer.ts';
import { makeS3AuditHeads } from '../shared/adapters/s3-audit-heads.ts';
import { systemClock } from '../shared/adapters/system-clock.ts';
import { timerSleep } from '../shared/adapters/timer-sleep.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { parseSealAuditChainRequest } from './schema.ts';
import { makeSealAuditChain } from './seal-audit-chain.ts';

const name = z.string().min(1);
const environment = parseEnvironment({
  AUDIT_TRAIL_TABLE: name,
  AUDIT_HEADS_BUCKET: name,
  AUDIT_SIGNING_KEY: name,
});
const telemetry = makeFunctionTelemetry('sealAuditChain');

export const handler = makeHandler({
  telemetry,
  parse: parseSealAuditChainRequest,
  run: makeSealAuditChain({
    records: makeDynamoDbAuditRecords({
      client: telemetry.traced(new DynamoDBClient(clientSettings())),
      tableName: environment.AUDIT_TRAIL_TABLE,
    }),
    heads: makeS3AuditHeads({
      client: telemetry.traced(new S3Client(clientSettings())),
      bucket: environment.AUDIT_HEADS_BUCKET,
      sleep: timerSleep,
      random: Math.random,
    }),
    signer: makeKmsSigner(telemetry.traced(new KMSClient(clientSettings())), environment.AUDIT_SIGNING_KEY),
    clock: systemClock,
    telemetry,
  }),
});

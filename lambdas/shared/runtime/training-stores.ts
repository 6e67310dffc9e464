import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { makeDynamoDbTrainingClaims } from '../adapters/dynamodb-training-claims.ts';
import { makeS3ConditionalObjects } from '../adapters/s3-conditional-objects.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { timerSleep } from '../adapters/timer-sleep.ts';
import { maxPartBytes, type NarrativeEnvironment } from '../narratives/narrative-environment.ts';
import { trainingLayout } from '../narratives/training-layout.ts';
import { clientSettings } from './client-settings.ts';
import type { FunctionTelemetry } from './lean-telemetry.ts';

/** What every function that writes or folds training lines is wired to. */
export const makeTrainingStores = (environment: NarrativeEnvironment, telemetry: FunctionTelemetry) => {
  const client = telemetry.traced(new DynamoDBClient(clientSettings()));
  const s3 = telemetry.traced(new S3Client(clientSettings({ requestTimeoutMs: 60_000 })));
  const retrying = { sleep: timerSleep, random: Math.random, telemetry };
  const tableName = environment.TRAINING_EXAMPLES_TABLE;
  return {
    /** For further tables of the same function. */
    tables: { ...retrying, client },
    stores: {
      claims: makeDynamoDbTrainingClaims({ ...retrying, client, tableName }),
      objects: makeS3ConditionalObjects({ ...retrying, client: s3, bucket: environment.HEALTH_DATA_BUCKET }),
      clock: systemClock,
      telemetry,
      newId: randomUUID,
      layout: trainingLayout(environment.TRAINING_DATA_PREFIX),
      maxPartBytes,
    },
  };
};

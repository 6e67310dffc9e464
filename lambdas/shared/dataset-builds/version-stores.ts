import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { makeDynamoDbDatasetLineage } from '../adapters/dynamodb-dataset-lineage.ts';
import { makeDynamoDbDatasetVersions } from '../adapters/dynamodb-dataset-versions.ts';
import { makeDynamoDbFeatureSets } from '../adapters/dynamodb-feature-sets.ts';
import { makeDynamoDbOptOuts } from '../adapters/dynamodb-opt-outs.ts';
import { makeDynamoDbPreparationJobs } from '../adapters/dynamodb-preparation-jobs.ts';
import { makeDynamoDbTombstones } from '../adapters/dynamodb-tombstones.ts';
import { makeS3ConditionalObjects } from '../adapters/s3-conditional-objects.ts';
import { makeS3ObjectVersions } from '../adapters/s3-object-versions.ts';
import { makeSecretsManagerSecret } from '../adapters/secrets-manager-secret.ts';
import { systemClock as clock } from '../adapters/system-clock.ts';
import { timerSleep as sleep } from '../adapters/timer-sleep.ts';
import { clientSettings } from '../runtime/client-settings.ts';
import type { FunctionTelemetry } from '../runtime/lean-telemetry.ts';

const name = z.string().min(1);

/** The variables of every function that makes dataset versions. */
export const versionEnvironment = {
  TABLE_NAME: name,
  FEATURE_SETS_TABLE: name,
  DATASET_VERSIONS_TABLE: name,
  DATASET_LINEAGE_TABLE: name,
  PREPARATION_JOBS_TABLE: name,
  ERASURES_TABLE: name,
  DATASETS_BUCKET: name,
  SAMPLE_ID_SECRET: name,
  TOMBSTONE_SECRET: name,
};
export type VersionEnvironment = Readonly<Record<keyof typeof versionEnvironment, string>>;

/** What every function that makes dataset versions is wired to. */
export const makeVersionStores = (
  environment: VersionEnvironment,
  clients: { readonly client: DynamoDBClient; readonly s3: S3Client; readonly telemetry: FunctionTelemetry },
) => {
  const { client, s3, telemetry } = clients;
  const retrying = { client, sleep, random: Math.random, telemetry };
  const secrets = telemetry.traced(new SecretsManagerClient(clientSettings()));
  const secretOf = (secretId: string) => makeSecretsManagerSecret({ client: secrets, secretId });
  const tombstoneSecret = secretOf(environment.TOMBSTONE_SECRET);
  const bucket = { client: s3, bucket: environment.DATASETS_BUCKET };
  return {
    rows: makeDynamoDbDatasetVersions({ client, tableName: environment.DATASET_VERSIONS_TABLE }),
    lineage: makeDynamoDbDatasetLineage({ ...retrying, tableName: environment.DATASET_LINEAGE_TABLE }),
    objects: makeS3ConditionalObjects({ ...bucket, sleep, random: Math.random }),
    objectVersions: makeS3ObjectVersions(bucket),
    optOuts: makeDynamoDbOptOuts({ ...retrying, tableName: environment.TABLE_NAME }),
    erased: makeDynamoDbTombstones({
      ...retrying,
      tableName: environment.ERASURES_TABLE,
      secret: tombstoneSecret,
    }),
    tombstoneSecret,
    featureSets: makeDynamoDbFeatureSets({ client, tableName: environment.FEATURE_SETS_TABLE }),
    jobs: makeDynamoDbPreparationJobs({ client, tableName: environment.PREPARATION_JOBS_TABLE }),
    secret: secretOf(environment.SAMPLE_ID_SECRET),
    clock,
    telemetry,
  };
};

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';
import { makeDynamoDbTombstones } from '../adapters/dynamodb-tombstones.ts';
import { makeSecretsManagerSecret } from '../adapters/secrets-manager-secret.ts';
import { timerSleep } from '../adapters/timer-sleep.ts';
import type { Tombstones } from '../ports/tombstones.ts';
import { clientSettings } from '../runtime/client-settings.ts';
import type { FunctionTelemetry } from '../runtime/lean-telemetry.ts';

const name = z.string().check(z.minLength(1));

/** The variables of every function that leaves out who is erased. */
export const tombstoneEnvironment = { ERASURES_TABLE: name, TOMBSTONE_SECRET: name };

/** What every such function is wired to. */
export const openTombstones = (
  environment: Readonly<Record<keyof typeof tombstoneEnvironment, string>>,
  { client, telemetry }: { readonly client: DynamoDBClient; readonly telemetry: FunctionTelemetry },
): Tombstones =>
  makeDynamoDbTombstones({
    client,
    tableName: environment.ERASURES_TABLE,
    secret: makeSecretsManagerSecret({
      client: telemetry.traced(new SecretsManagerClient(clientSettings())),
      secretId: environment.TOMBSTONE_SECRET,
    }),
    sleep: timerSleep,
    random: Math.random,
    telemetry,
  });

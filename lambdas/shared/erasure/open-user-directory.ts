import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { makeDynamoDbUserDirectory } from '../adapters/dynamodb-user-directory.ts';
import type { UserDirectory, UserStream } from '../ports/user-directory.ts';
import type { FunctionTelemetry } from '../runtime/lean-telemetry.ts';
import { directoryWithoutErased } from './directory-without-erased.ts';
import { openTombstones, tombstoneEnvironment } from './open-tombstones.ts';

/** The variables of every function that lists people. */
export const userDirectoryEnvironment = {
  ...tombstoneEnvironment,
  TABLE_NAME: z.string().min(1),
  USER_INDEX: z.string().default(''),
};

/** What every such function is wired to: the app's people, less those who have been erased. */
export const openUserDirectory = (
  environment: Readonly<Record<keyof typeof userDirectoryEnvironment, string>>,
  aws: { readonly client: DynamoDBClient; readonly telemetry: FunctionTelemetry },
): UserDirectory & UserStream =>
  directoryWithoutErased(
    makeDynamoDbUserDirectory({
      client: aws.client,
      tableName: environment.TABLE_NAME,
      indexName: environment.USER_INDEX,
    }),
    openTombstones(environment, aws),
  );

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { makeDynamoDbHealthRecordHistory } from '../adapters/dynamodb-health-record-history.ts';
import { makeDynamoDbJournalReader } from '../adapters/dynamodb-journal-reader.ts';
import { makeDynamoDbWatchHistory } from '../adapters/dynamodb-watch-history.ts';
import { makeStoredPersonalSources } from '../adapters/stored-personal-sources.ts';
import type { PersonalSources } from '../ports/personal-sources.ts';

const name = z.string().min(1);

/** The variables of every function that reads people's data for features. */
export const sourceEnvironment = {
  TABLE_NAME: name,
  HEALTH_METRICS_TABLE: name,
  UNSCORED_INDEX: name,
  HEALTH_RECORDS_TABLE: name,
};
export type SourceEnvironment = Readonly<Record<keyof typeof sourceEnvironment, string>>;

/** Everything that is stored of people, as DynamoDB has it. */
export const makePersonalSources = (
  client: DynamoDBClient,
  environment: SourceEnvironment,
): PersonalSources =>
  makeStoredPersonalSources({
    journals: makeDynamoDbJournalReader({ client, tableName: environment.TABLE_NAME }),
    watches: makeDynamoDbWatchHistory({
      client,
      tableName: environment.HEALTH_METRICS_TABLE,
      unscoredIndex: environment.UNSCORED_INDEX,
    }),
    records: makeDynamoDbHealthRecordHistory({ client, tableName: environment.HEALTH_RECORDS_TABLE }),
  });

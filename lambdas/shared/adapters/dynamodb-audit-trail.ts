import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import type { AuditActor, AuditRecord } from '../../../ml/audit/audit-record.ts';
import { AuditRecord as StoredRecord } from '../../../ml/audit/audit-record.ts';
import { linkRecord } from '../../../ml/audit/link-record.ts';
import { AuditContendedError } from '../audit/audit-contended-error.ts';
import type { AuditEntry, AuditPersons, AuditRecords, AuditTrail } from '../ports/audit-trail.ts';
import type { Clock } from '../ports/clock.ts';
import type { Sleep } from '../ports/sleep.ts';
import { withRetries } from '../with-retries.ts';
import { conditionalWrite } from './conditional-write.ts';

/** There is one chain for a deployment. */
const chain = 'main';

/** With 50 writers at once, a call of 2 ms and waits of half a second at most, one comes through far sooner. */
const attempts = 60;
const baseDelayMs = 10;
const maxDelayMs = 500;

export interface AuditTableOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}

export interface AuditTrailOptions extends AuditTableOptions {
  readonly persons: Pick<AuditPersons, 'pseudonymOf'>;
  readonly clock: Clock;
  /** A UUID, different at every call. */
  readonly newId: () => string;
  readonly sleep: Sleep;
  readonly random: () => number;
}

/** Somebody else has taken the place in the chain. */
class PlaceTakenError extends Error {
  override readonly name = 'PlaceTakenError';
}

const parseItem = (item: Readonly<Record<string, unknown>>): unknown => {
  const { chain: _, ...record } = item;
  return record;
};

/**
 * The chain as items of one partition, the sequence as sort key. A record is put where none is, so of two writers of
 * one place one fails and goes on from the other's record: the chain cannot fork.
 */
export const makeDynamoDbAuditTrail = (options: AuditTrailOptions): AuditTrail => {
  const { tableName: TableName, persons, clock, newId, sleep, random } = options;
  const documents = DynamoDBDocumentClient.from(options.client);

  const newest = async (): Promise<AuditRecord | undefined> => {
    const { Items: [item] = [] } = await documents.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'chain = :chain',
        ExpressionAttributeValues: { ':chain': chain },
        ScanIndexForward: false,
        Limit: 1,
        ConsistentRead: true,
      }),
    );
    return item === undefined ? undefined : StoredRecord.parse(parseItem(item));
  };
  const put = async (record: AuditRecord): Promise<boolean> => {
    const Key = { chain, sequence: record.sequence };
    const command = new PutCommand({
      TableName,
      Item: { ...Key, ...record },
      ConditionExpression: 'attribute_not_exists(chain)',
    });
    if (await conditionalWrite(() => documents.send(command))) return true;
    // An earlier try of this very call may have come through, its answer lost.
    const { Item } = await documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item?.['recordId'] === record.recordId;
  };
  const actorOf = async ({ actor }: AuditEntry): Promise<AuditActor> =>
    'function' in actor
      ? { function: actor.function }
      : { pseudonym: await persons.pseudonymOf(actor.userId), role: actor.role };

  return {
    append: async (entry) => {
      const { action, subject, outcome, requestId } = entry;
      const fact = {
        at: new Date(clock.now()).toISOString(),
        actor: await actorOf(entry),
        action,
        subject: subject === undefined ? null : await persons.pseudonymOf(subject),
        outcome,
        requestId,
        recordId: newId(),
      };
      const appendAfterNewest = async () => {
        const record = linkRecord(fact, await newest());
        if (!(await put(record))) throw new PlaceTakenError();
        return { sequence: record.sequence };
      };
      const isTaken = (error: unknown) => error instanceof PlaceTakenError;
      const policy = { attempts, baseDelayMs, maxDelayMs, sleep, random, retryable: isTaken };
      try {
        return await withRetries(appendAfterNewest, policy);
      } catch (error) {
        if (isTaken(error)) throw new AuditContendedError(attempts);
        throw error;
      }
    },
  };
};

/** The chain's items in order, without a look at what they say. */
export const makeDynamoDbAuditRecords = (options: AuditTableOptions): AuditRecords => {
  const client = DynamoDBDocumentClient.from(options.client);
  return {
    read: async function* (fromSequence) {
      const pages = paginateQuery(
        { client },
        {
          TableName: options.tableName,
          KeyConditionExpression: 'chain = :chain AND #sequence >= :from',
          ExpressionAttributeNames: { '#sequence': 'sequence' },
          ExpressionAttributeValues: { ':chain': chain, ':from': fromSequence },
          ConsistentRead: true,
        },
      );
      for await (const { Items = [] } of pages) for (const item of Items) yield parseItem(item);
    },
  };
};

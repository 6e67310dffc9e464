import { setTimeout as sleep } from 'node:timers/promises';
import type { KeyAttribute, TableSpec } from '../../lib/catalog-shapes.ts';
import { localRegion } from '../resource-names.ts';

/** Sends one operation to DynamoDB behind this endpoint; never retries. */
const send = async (endpoint: string, operation: string, input: object) => {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': '20200101T000000Z',
      authorization: `AWS4-HMAC-SHA256 Credential=local/20200101/${localRegion}/dynamodb/aws4_request, SignedHeaders=host, Signature=local`,
    },
    body: JSON.stringify(input),
  });
  const answer: unknown = await response.json();
  return { ok: response.ok, text: JSON.stringify(answer) };
};

const keySchema = (partitionKey: KeyAttribute, sortKey?: KeyAttribute) => [
  { AttributeName: partitionKey.name, KeyType: 'HASH' },
  ...(sortKey === undefined ? [] : [{ AttributeName: sortKey.name, KeyType: 'RANGE' }]),
];

/** The CreateTable request for a table of the catalogue. */
export const createTableInput = (table: TableSpec) => {
  const keys = [table, ...table.indexes].flatMap(({ partitionKey, sortKey }) =>
    sortKey === undefined ? [partitionKey] : [partitionKey, sortKey],
  );
  const types = new Map(keys.map(({ name, type }) => [name, type]));
  const indexes = table.indexes.map(({ name, partitionKey, sortKey, include }) => ({
    IndexName: name,
    KeySchema: keySchema(partitionKey, sortKey),
    Projection:
      include.length === 0
        ? { ProjectionType: 'KEYS_ONLY' }
        : { ProjectionType: 'INCLUDE', NonKeyAttributes: include },
  }));
  return {
    TableName: table.name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...types].map(([AttributeName, AttributeType]) => ({
      AttributeName,
      AttributeType,
    })),
    KeySchema: keySchema(table.partitionKey, table.sortKey),
    ...(indexes.length === 0 ? {} : { GlobalSecondaryIndexes: indexes }),
  };
};

const waitUntilActive = async (endpoint: string, name: string): Promise<void> => {
  for (let attempt = 0; attempt < 200; attempt++) {
    const { text } = await send(endpoint, 'DescribeTable', { TableName: name });
    if (text.includes('"TableStatus":"ACTIVE"')) return;
    await sleep(10);
  }
  throw new Error(`The table ${name} did not become active.`);
};

/**
 * Creates the tables that do not exist yet and waits until they can be used; others are left as they are.
 *
 * @param endpoint - where DynamoDB answers
 * @returns the names of those created
 * @throws {Error} when DynamoDB refuses a table
 */
export const createTables = async (endpoint: string, tables: readonly TableSpec[]): Promise<string[]> => {
  const created: string[] = [];
  for (const table of tables) {
    const { ok, text } = await send(endpoint, 'CreateTable', createTableInput(table));
    if (!ok && !text.includes('ResourceInUseException')) {
      throw new Error(`The table ${table.name} could not be created: ${text}`);
    }
    if (ok) created.push(table.name);
    await waitUntilActive(endpoint, table.name);
  }
  return created;
};

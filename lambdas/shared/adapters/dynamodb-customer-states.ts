import { DeleteCommand, DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { CustomerStates, EntryRevision } from '../ports/customer-states.ts';
import { batchGet } from './batch-get.ts';
import { conditionalWrite } from './conditional-write.ts';
import { emptyEntry, entryRow, parseEntryRow } from './customer-entry-row.ts';
import type { BatchOptions } from './unprocessed-items.ts';

const alertSchemaVersion = 1;
/** Of the keys of customers' items. */
export const customerKeyPrefix = 'CUSTOMER#';
const customerKey = (customerId: string) => `${customerKeyPrefix}${customerId}`;
const alertKey = (alertId: string) => ({ PK: `ALERT#${alertId}` });

/** Items `CUSTOMER#{id}`, each replaced as a whole where nobody else has since, and `ALERT#{id}`. */
export const makeDynamoDbCustomerStates = (options: BatchOptions): CustomerStates => {
  const { tableName: TableName } = options;
  const documents = DynamoDBDocumentClient.from(options.client);

  const read = async (customerIds: readonly string[]): Promise<ReadonlyMap<string, EntryRevision>> => {
    const keys = customerIds.map((customerId) => ({ PK: { S: customerKey(customerId) } }));
    const items = (await batchGet(keys, options)).map((item) => unmarshall(item));
    const byKey = new Map(items.map((item) => [String(item['PK']), item]));
    const found = new Map<string, EntryRevision>();
    for (const customerId of customerIds) {
      const item = byKey.get(customerKey(customerId));
      const kept = item === undefined ? { entry: emptyEntry, revision: 0 } : parseEntryRow(item);
      if (kept !== undefined) found.set(customerId, kept);
    }
    return found;
  };
  const forgetAlerts = async (customerId: string) => {
    const found = (await read([customerId])).get(customerId);
    for (const id of found?.entry.alertIds ?? []) {
      await documents.send(new DeleteCommand({ TableName, Key: alertKey(id) }));
    }
  };

  return {
    read,
    replace: (customerId, { entry, revision }) =>
      conditionalWrite(() =>
        documents.send(
          new PutCommand({
            TableName,
            Item: { PK: customerKey(customerId), ...entryRow({ entry, revision }) },
            ConditionExpression: revision === 0 ? 'attribute_not_exists(PK)' : 'revision = :seen',
            ...(revision > 0 && { ExpressionAttributeValues: { ':seen': revision } }),
          }),
        ),
      ),
    nameAlert: async (alertId, customerId) => {
      const Item = { ...alertKey(alertId), schemaVersion: alertSchemaVersion, customerId };
      await documents.send(new PutCommand({ TableName, Item }));
    },
    whoseAlert: async (alertId) => {
      const get = new GetCommand({ TableName, Key: alertKey(alertId), ConsistentRead: true });
      const { Item } = await documents.send(get);
      return typeof Item?.['customerId'] === 'string' ? Item['customerId'] : undefined;
    },
    forget: async (customerId) => {
      await forgetAlerts(customerId);
      await documents.send(new DeleteCommand({ TableName, Key: { PK: customerKey(customerId) } }));
    },
  };
};

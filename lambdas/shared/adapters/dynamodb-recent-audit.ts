import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { AuditRecord } from '../../../ml/audit/audit-record.ts';
import type { RecentAudit } from '../ports/recent-audit.ts';

/** The newest items of the audit trail's one chain. */
export const makeDynamoDbRecentAudit = (options: {
  client: DynamoDBClient;
  tableName: string;
}): RecentAudit => {
  const documents = DynamoDBDocumentClient.from(options.client);
  return {
    newest: async (limit) => {
      const { Items = [] } = await documents.send(
        new QueryCommand({
          TableName: options.tableName,
          KeyConditionExpression: 'chain = :chain',
          ExpressionAttributeValues: { ':chain': 'main' },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return Items.map(({ chain: _, ...record }) => AuditRecord.parse(record));
    },
  };
};

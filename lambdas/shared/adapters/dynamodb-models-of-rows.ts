import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';

const Row = z.object({
  modelName: z.string(),
  version: z.int().positive(),
  metrics: z.object({ rowsSha256: z.string() }),
});

/** Registered models by the hash of the rows that they were trained on; those that name none are left out. */
export const makeDynamoDbModelsOfRows =
  (options: { readonly client: DynamoDBClient; readonly tableName: string }) =>
  async (): Promise<ReadonlyMap<string, readonly { modelName: string; version: number }[]>> => {
    const client = DynamoDBDocumentClient.from(options.client);
    const models = new Map<string, { modelName: string; version: number }[]>();
    for await (const { Items = [] } of paginateScan({ client }, { TableName: options.tableName })) {
      for (const item of Items) {
        const row = Row.safeParse(item).data;
        if (row === undefined) continue;
        const { modelName, version, metrics } = row;
        models.set(metrics.rowsSha256, [...(models.get(metrics.rowsSha256) ?? []), { modelName, version }]);
      }
    }
    return models;
  };

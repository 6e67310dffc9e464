import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { table } from '../cli/table.ts';
import { RegisteredModel } from '../local/demo-result.ts';

const readModels = async (tableName: string, modelName: string): Promise<RegisteredModel[]> => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const models: RegisteredModel[] = [];
  const pages = paginateQuery(
    { client },
    {
      TableName: tableName,
      KeyConditionExpression: 'modelName = :name',
      ExpressionAttributeValues: { ':name': modelName },
    },
  );
  for await (const page of pages)
    for (const item of page.Items ?? []) models.push(RegisteredModel.parse(item));
  return models;
};

export interface ListModelsOptions {
  readonly model: string;
  readonly table: string;
  readonly json: boolean;
}

/** Prints every registered version of a model. */
export const listModels = async (options: ListModelsOptions): Promise<void> => {
  const models = await readModels(options.table, options.model);
  if (options.json) {
    process.stdout.write(`${JSON.stringify(models)}\n`);
    return;
  }
  if (models.length === 0) {
    process.stdout.write(`No version of ${options.model} is registered yet.\n`);
    return;
  }
  const rows = models.map(({ version, status, metrics }) => [
    String(version),
    status,
    metrics.auc.value.toFixed(3),
    String(metrics.persons),
  ]);
  process.stdout.write(`${table([['version', 'status', 'AUC', 'people'], ...rows]).join('\n')}\n`);
};

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { makeDynamoDbModelStages } from '../../lambdas/shared/adapters/dynamodb-model-stages.ts';
import { DetectorMetrics } from '../../ml/evaluation/detector-metrics.ts';
import { ModelMetrics } from '../../ml/evaluation/model-metrics.ts';
import { stageOf } from '../../ml/evaluation/stage-book.ts';
import { CustomerHealthMetrics } from '../../ml/models/customer-health/customer-health-gate.ts';
import { table } from '../cli/table.ts';

const RegisteredModel = z.looseObject({
  version: z.number(),
  status: z.enum(['approved', 'rejected']),
  metrics: z.union([ModelMetrics, DetectorMetrics, CustomerHealthMetrics, z.null()]),
});
type RegisteredModel = z.infer<typeof RegisteredModel>;

/** AUC and the number of people behind it; a detector that was not measured has neither. */
const figuresOf = (metrics: RegisteredModel['metrics']): string[] => {
  if (metrics === null) return ['–', '–'];
  // Of churn within 30 days; of how many customers the model's own metrics.json says.
  if ('guide' in metrics) {
    const judged = metrics.guide.find(({ name }) => name === 'churn_auc_30d');
    return [judged?.reached?.toFixed(3) ?? '–', '–'];
  }
  if ('auc' in metrics) return [metrics.auc.value.toFixed(3), String(metrics.persons)];
  return metrics.test === null ? ['–', '–'] : [metrics.test.auc.value.toFixed(3), String(metrics.test.users)];
};

const readModels = async (
  dynamoDb: DynamoDBClient,
  tableName: string,
  modelName: string,
): Promise<RegisteredModel[]> => {
  const client = DynamoDBDocumentClient.from(dynamoDb);
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

/** Prints every registered version of a model, and where each is on its way to production. */
export const listModels = async (options: ListModelsOptions): Promise<void> => {
  const client = new DynamoDBClient({});
  const [found, book] = await Promise.all([
    readModels(client, options.table, options.model),
    makeDynamoDbModelStages({ client, tableName: options.table }).read(options.model),
  ]);
  const models = found.map((model) => ({ ...model, stage: stageOf(book, model.version) }));
  if (options.json) {
    process.stdout.write(`${JSON.stringify(models)}\n`);
    return;
  }
  if (models.length === 0) {
    process.stdout.write(`No version of ${options.model} is registered yet.\n`);
    return;
  }
  const rows = models.map(({ version, status, metrics, stage }) => [
    String(version),
    status,
    ...figuresOf(metrics),
    stage,
  ]);
  const head = ['version', 'status', 'AUC', 'people', 'stage'];
  process.stdout.write(`${table([head, ...rows]).join('\n')}\n`);
};

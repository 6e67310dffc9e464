import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { TrainedModels } from '../ports/trained-models.ts';

const Job = z.object({ jobName: z.string() });
const Model = z.object({ modelName: z.string(), version: z.number(), jobName: z.string() });

/** By the training jobs' rows and the registry, both read through: erasures are rare, and so are jobs. */
export const makeDynamoDbTrainedModels = (options: {
  readonly client: DynamoDBClient;
  readonly trainingJobsTable: string;
  readonly modelRegistryTable: string;
}): TrainedModels => {
  const client = DynamoDBDocumentClient.from(options.client);
  return {
    from: async (text) => {
      const jobs = new Set<string>();
      const jobPages = paginateScan(
        { client },
        {
          TableName: options.trainingJobsTable,
          FilterExpression: 'contains(trainPath, :text)',
          ExpressionAttributeValues: { ':text': text },
          ProjectionExpression: 'jobName',
        },
      );
      for await (const { Items = [] } of jobPages) {
        for (const { jobName } of z.array(Job).parse(Items)) jobs.add(jobName);
      }
      const models: string[] = [];
      const modelPages = paginateScan(
        { client },
        {
          TableName: options.modelRegistryTable,
          ProjectionExpression: 'modelName, #version, jobName',
          ExpressionAttributeNames: { '#version': 'version' },
          FilterExpression: 'attribute_exists(jobName)',
        },
      );
      for await (const { Items = [] } of modelPages) {
        for (const { modelName, version, jobName } of z.array(Model).parse(Items)) {
          if (jobs.delete(jobName)) models.push(`${modelName} ${version}`);
        }
      }
      // Under way, failed, or of a part that registers elsewhere.
      return [...models, ...jobs].sort();
    },
  };
};

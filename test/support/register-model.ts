import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { TestAws } from './local-aws.ts';

export interface RegisteredModel {
  readonly modelName: string;
  readonly version: number;
  /** @default approved */
  readonly status?: 'approved' | 'rejected';
}

/** Puts a version into a local AWS's model registry, as the gate does. */
export const registerModel = async (aws: TestAws, model: RegisteredModel): Promise<void> => {
  const { status = 'approved' } = model;
  const Item = {
    ...model,
    status,
    schemaVersion: 1,
    jobName: `job-${model.version}`,
    reasons: status === 'approved' ? [] : ['It ranks people too poorly.'],
    metrics: {},
    modelDataUrl: `s3://models/${model.modelName}/${model.version}/`,
    createdAt: '2026-11-01T00:00:00.000Z',
  };
  await DynamoDBDocumentClient.from(new DynamoDBClient(aws.client)).send(
    new PutCommand({ TableName: 'MindMate-ModelRegistry', Item }),
  );
};

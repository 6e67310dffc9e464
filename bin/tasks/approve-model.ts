import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { makeDynamoDbApprovedModels } from '../../lambdas/shared/adapters/dynamodb-approved-models.ts';
import { makeEventBridgeModelApprovals } from '../../lambdas/shared/adapters/eventbridge-model-approvals.ts';
import { UsageError } from '../cli/usage-error.ts';

export interface ApproveModelOptions {
  readonly version: number;
  readonly table: string;
  readonly reason?: string;
}

/** Lets a registered version through, past the gate, and tells whoever deploys it. */
export const approveModel = async (modelName: string, options: ApproveModelOptions): Promise<void> => {
  const { version, table, reason } = options;
  const models = makeDynamoDbApprovedModels({ client: new DynamoDBClient({}), tableName: table });
  const why = `Approved by hand${reason === undefined ? '.' : `: ${reason}`}`;
  if (!(await models.approve(modelName, version, why))) {
    throw new UsageError(`${table} has no version ${version} of ${modelName}: see "wellcast models list"`);
  }
  await makeEventBridgeModelApprovals({ client: new EventBridgeClient({}) }).announce({ modelName, version });
  process.stdout.write(`${modelName} version ${version}: approved\n`);
};

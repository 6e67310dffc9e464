import { Aws } from 'aws-cdk-lib';
import type { EnvironmentValue, TrainingValue } from '../catalog-access.ts';
import type { FunctionSpec } from '../catalog-shapes.ts';
import type { CatalogResources, TrainingResources } from './catalog-resources.ts';
import { workflowArn } from './workflow-arn.ts';

const trainingValue = (training: TrainingResources, name: TrainingValue): string => {
  switch (name) {
    case 'imageUri':
      return training.imageUri;
    case 'roleArn':
      return training.role.roleArn;
    case 'servingRoleArn':
      return training.servingRole.roleArn;
    case 'volumeKeyId':
      return training.volumeKey.keyArn;
    case 'outputKeyId':
      return training.outputKey.keyArn;
  }
};

const resolve = (value: EnvironmentValue, resources: CatalogResources): string => {
  if (typeof value === 'string') return value;
  if ('table' in value) return resources.tables[value.table].tableName;
  if ('bucket' in value) return resources.buckets[value.bucket].bucketName;
  if ('secret' in value) return resources.secrets[value.secret].secretArn;
  if ('key' in value) return resources.keys[value.key].aliasName;
  if ('topic' in value) return resources.topics[value.topic].topicArn;
  if ('queue' in value) {
    const { name } = resources.queues[value.queue];
    return `https://sqs.${Aws.REGION}.${Aws.URL_SUFFIX}/${Aws.ACCOUNT_ID}/${name}`;
  }
  if ('endpoint' in value) return resources.endpoints[value.endpoint].name;
  if ('function' in value) return resources.functions[value.function].name;
  if ('workflow' in value) return workflowArn(resources.workflows[value.workflow]);
  return trainingValue(resources.training, value.training);
};

/**
 * The environment of one function, from the same resources its grants are made from.
 *
 * @param spec - the function in the catalogue
 * @param resources - what the catalogue's names stand for in this deployment
 */
export const environmentVariables = (
  spec: FunctionSpec,
  resources: CatalogResources,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(spec.environment).map(([name, value]) => [name, resolve(value, resources)]),
  );

import type { EnvironmentValue } from '../lib/catalog-access.ts';
import type { BucketId, FunctionId, TopicId } from '../lib/catalog-ids.ts';
import type { Catalog } from '../lib/catalog-shapes.ts';

export const localAccountId = '000000000000';
export const localRegion = 'us-east-1';

/** The names and ARNs that the catalogue's parts have in the local account. */
export interface ResourceNames {
  bucketName(id: BucketId): string;
  topicArn(id: TopicId): string;
  functionName(id: FunctionId): string;
  functionArn(name: string): string;
  /** What a function finds in its environment for this value. */
  environmentValue(value: EnvironmentValue): string;
}

/** What only the account knows about training; here nothing checks them, as nothing is encrypted or assumed. */
const trainingValues = {
  imageUri: `${localAccountId}.dkr.ecr.${localRegion}.amazonaws.com/wellcast-training:local`,
  roleArn: `arn:aws:iam::${localAccountId}:role/wellcast-training`,
  servingRoleArn: `arn:aws:iam::${localAccountId}:role/wellcast-serving`,
  volumeKeyId: `arn:aws:kms:${localRegion}:${localAccountId}:key/local-training-volume`,
  outputKeyId: `arn:aws:kms:${localRegion}:${localAccountId}:key/local-training-output`,
} as const;

/** The ARN of a workflow by its name. */
export const stateMachineArn = (name: string): string =>
  `arn:aws:states:${localRegion}:${localAccountId}:stateMachine:${name}`;

/** @param endpoint - of the local AWS, known once it listens */
export const makeResourceNames = (catalog: Catalog, endpoint: () => string): ResourceNames => {
  const bucketName = (id: BucketId) => catalog.buckets[id].name.replaceAll('{account}', localAccountId);
  const topicArn = (id: TopicId) => `arn:aws:sns:${localRegion}:${localAccountId}:${catalog.topics[id].name}`;
  const functionName = (id: FunctionId) => catalog.functions[id].name;

  const environmentValue = (value: EnvironmentValue): string => {
    if (typeof value === 'string') return value;
    if ('table' in value) return catalog.tables[value.table].name;
    if ('bucket' in value) return bucketName(value.bucket);
    if ('secret' in value) return catalog.secrets[value.secret].name;
    if ('key' in value) return `alias/${catalog.keys[value.key].name}`;
    if ('topic' in value) return topicArn(value.topic);
    if ('queue' in value) return `${endpoint()}/${localAccountId}/${catalog.queues[value.queue].name}`;
    if ('endpoint' in value) return catalog.endpoints[value.endpoint].name;
    if ('function' in value) return functionName(value.function);
    if ('workflow' in value) return stateMachineArn(catalog.workflows[value.workflow].name);
    return trainingValues[value.training];
  };

  return {
    bucketName,
    topicArn,
    functionName,
    functionArn: (name) => `arn:aws:lambda:${localRegion}:${localAccountId}:function:${name}`,
    environmentValue,
  };
};

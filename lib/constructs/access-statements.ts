import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Access } from '../catalog-access.ts';
import type { CatalogResources } from './catalog-resources.ts';
import { endpointStatements } from './endpoint-statements.ts';
import { functionArn } from './function-arn.ts';
import { keyStatement } from './key-statement.ts';
import { streamStatements } from './stream-statements.ts';
import { trainingJobStatements } from './training-job-statements.ts';
import { executionArns, workflowArn } from './workflow-arn.ts';

type AccessTo<K extends string> = Extract<Access, Record<K, unknown>>;

const prefixed = (service: string, actions: readonly string[]) =>
  actions.map((action) => `${service}:${action}`);

const tableStatements = (scope: Construct, access: AccessTo<'table'>, resources: CatalogResources) => {
  const { tableArn, key } = resources.tables[access.table];
  const writes = access.actions.some(
    (action) => !['Query', 'Scan', 'GetItem', 'BatchGetItem'].includes(action),
  );
  return [
    new PolicyStatement({
      actions: prefixed('dynamodb', access.actions),
      resources: [access.index === undefined ? tableArn : `${tableArn}/index/${access.index}`],
    }),
    ...keyStatement(scope, {
      key,
      via: 'dynamodb',
      actions: writes ? ['Decrypt', 'DescribeKey', 'Encrypt', 'GenerateDataKey'] : ['Decrypt', 'DescribeKey'],
    }),
  ];
};

const bucketStatements = (scope: Construct, access: AccessTo<'bucket'>, resources: CatalogResources) => {
  const bucket = resources.buckets[access.bucket];
  const lists = access.actions.filter((action) => action.startsWith('ListBucket'));
  const onObjects = access.actions.filter((action) => !lists.includes(action));
  const writes = access.actions.includes('PutObject');
  return [
    ...(onObjects.length === 0
      ? []
      : [
          new PolicyStatement({
            actions: prefixed('s3', onObjects),
            resources: [`${bucket.bucketArn}/${access.prefix}*`],
          }),
        ]),
    ...(lists.length > 0
      ? [
          new PolicyStatement({
            actions: prefixed('s3', lists),
            resources: [bucket.bucketArn],
            conditions: { StringLike: { 's3:prefix': `${access.prefix}*` } },
          }),
        ]
      : []),
    ...keyStatement(scope, {
      key: bucket.key,
      via: 's3',
      // A multipart upload decrypts its own parts to join them.
      actions: writes ? ['Decrypt', 'GenerateDataKey'] : ['Decrypt'],
    }),
  ];
};

const workflowStatements = (scope: Construct, access: AccessTo<'workflow'>, resources: CatalogResources) => {
  const workflow = resources.workflows[access.workflow];
  return [
    ...access.actions.map(
      (action) =>
        new PolicyStatement({
          actions: [`states:${action}`],
          resources: [action === 'DescribeExecution' ? executionArns(workflow) : workflowArn(workflow)],
        }),
    ),
    // Input and history are encrypted with it.
    ...keyStatement(scope, {
      key: resources.operationsKey,
      via: 'states',
      actions: ['Decrypt', 'GenerateDataKey'],
    }),
  ];
};

/**
 * The IAM statements of one entry of the catalogue: its actions on its resource, and through which service the
 * resource's key may be used.
 *
 * @param scope - within the stack that gets the policy
 * @param access - what the function may do
 * @param resources - what the catalogue's names stand for in this deployment
 */
export const accessStatements = (
  scope: Construct,
  access: Access,
  resources: CatalogResources,
): readonly PolicyStatement[] => {
  if ('table' in access) return tableStatements(scope, access, resources);
  if ('bucket' in access) return bucketStatements(scope, access, resources);
  if ('secret' in access) {
    const secret = resources.secrets[access.secret];
    return [
      new PolicyStatement({
        actions: prefixed('secretsmanager', access.actions),
        resources: [secret.secretArn],
      }),
      ...keyStatement(scope, { key: secret.key, via: 'secretsmanager', actions: ['Decrypt'] }),
    ];
  }
  if ('key' in access) {
    const { keyArn } = resources.keys[access.key];
    return [new PolicyStatement({ actions: prefixed('kms', access.actions), resources: [keyArn] })];
  }
  if ('topic' in access) {
    const topic = resources.topics[access.topic];
    return [
      new PolicyStatement({ actions: prefixed('sns', access.actions), resources: [topic.topicArn] }),
      ...keyStatement(scope, { key: topic.masterKey, via: 'sns', actions: ['Decrypt', 'GenerateDataKey'] }),
    ];
  }
  if ('queue' in access) {
    const resource = resources.queues[access.queue].name;
    return [
      new PolicyStatement({
        actions: prefixed('sqs', access.actions),
        resources: [Stack.of(scope).formatArn({ service: 'sqs', resource })],
      }),
      ...keyStatement(scope, {
        key: resources.dataKey,
        via: 'sqs',
        actions: access.actions.includes('SendMessage') ? ['Decrypt', 'GenerateDataKey'] : ['Decrypt'],
      }),
    ];
  }
  if ('function' in access) {
    const arn = functionArn(scope, resources.functions[access.function]);
    return [new PolicyStatement({ actions: prefixed('lambda', access.actions), resources: [arn] })];
  }
  if ('stream' in access) return streamStatements(scope, access, resources);
  if ('endpoint' in access) {
    const endpoint = resources.endpoints[access.endpoint];
    return endpointStatements(scope, { endpoint, actions: access.actions, training: resources.training });
  }
  if ('workflow' in access) return workflowStatements(scope, access, resources);
  if ('training' in access) return trainingJobStatements(scope, access.actions, resources.training);
  // Comprehend knows no resources to narrow this to.
  return [new PolicyStatement({ actions: prefixed(access.service, access.actions), resources: ['*'] })];
};

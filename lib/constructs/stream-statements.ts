import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Access } from '../catalog-access.ts';
import type { CatalogResources } from './catalog-resources.ts';
import { deadLettersQueueName } from './dead-letter-queue-names.ts';
import { keyStatement } from './key-statement.ts';

/**
 * What a function needs that a stream feeds: to read it, and to send to the queue of what is given up.
 *
 * @param scope - within the stack that gets the policy
 */
export const streamStatements = (
  scope: Construct,
  access: Extract<Access, { stream: unknown }>,
  { streams, dataKey, operationsKey }: CatalogResources,
): readonly PolicyStatement[] => {
  const { name } = streams[access.stream];
  const stack = Stack.of(scope);
  return [
    new PolicyStatement({
      actions: access.actions.map((action) => `kinesis:${action}`),
      resources: [stack.formatArn({ service: 'kinesis', resource: 'stream', resourceName: name })],
    }),
    ...keyStatement(scope, { key: dataKey, via: 'kinesis', actions: ['Decrypt'] }),
    new PolicyStatement({
      actions: ['sqs:SendMessage'],
      resources: [stack.formatArn({ service: 'sqs', resource: deadLettersQueueName(name) })],
    }),
    ...keyStatement(scope, { key: operationsKey, via: 'sqs', actions: ['Decrypt', 'GenerateDataKey'] }),
  ];
};

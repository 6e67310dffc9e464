import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

export interface KeyUse {
  readonly key: IKey | undefined;
  /** Short name of the service that uses the key on the caller's behalf. */
  readonly via: 'dynamodb' | 'kinesis' | 's3' | 'secretsmanager' | 'sns' | 'sqs' | 'states';
  readonly actions: readonly ('Decrypt' | 'DescribeKey' | 'Encrypt' | 'GenerateDataKey')[];
}

/** The right to a key through one service only, so that it opens nothing by itself; none where there is no key. */
export const keyStatement = (scope: Construct, use: KeyUse): readonly PolicyStatement[] => {
  if (use.key === undefined) return [];
  const { region, urlSuffix } = Stack.of(scope);
  return [
    new PolicyStatement({
      actions: use.actions.map((action) => `kms:${action}`),
      resources: [use.key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `${use.via}.${region}.${urlSuffix}` } },
    }),
  ];
};

import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/**
 * What a key's policy must say so that CloudWatch Logs may encrypt with it, for named log groups only.
 *
 * @param scope - within the key's stack
 * @param logGroups - names, `*` allowed
 */
export const logGroupsStatement = (scope: Construct, logGroups: readonly string[]): PolicyStatement => {
  const stack = Stack.of(scope);
  return new PolicyStatement({
    sid: 'LogGroups',
    principals: [new ServicePrincipal('logs.amazonaws.com')],
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
    resources: ['*'],
    conditions: {
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': logGroups.map((name) =>
          stack.formatArn({ service: 'logs', resource: `log-group:${name}` }),
        ),
      },
    },
  });
};

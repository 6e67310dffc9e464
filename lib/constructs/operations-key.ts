import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { CustomerKey } from './customer-key.ts';

/**
 * The key of what operators see: logs, alarms, dead letters. Apart from the data's key, so that reading an alarm
 * needs no right to the data. Each service may use it only for this deployment's own resources.
 */
export class OperationsKey extends CustomerKey {
  constructor(scope: Construct, id: string, prefix: string) {
    super(scope, id, {
      alias: `${prefix}/operations`,
      description: `${prefix}: logs, alarms and dead letters`,
    });
    const stack = Stack.of(this);
    const arn = (service: string, resource: string) => stack.formatArn({ service, resource });
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'LogGroups',
        principals: [new ServicePrincipal('logs.amazonaws.com')],
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': arn('logs', `log-group:/aws/lambda/${prefix}-*`),
          },
        },
      }),
    );
    const messengers = { 'cloudwatch.amazonaws.com': 'Alarms', 'budgets.amazonaws.com': 'Budgets' };
    for (const [service, sid] of Object.entries(messengers)) {
      this.addToResourcePolicy(
        new PolicyStatement({
          sid,
          principals: [new ServicePrincipal(service)],
          actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
          resources: ['*'],
          conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
        }),
      );
    }
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'DeadLettersOfRules',
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions: {
          StringEquals: { 'aws:SourceAccount': stack.account },
          ArnLike: { 'aws:SourceArn': arn('events', `rule/${prefix}-*`) },
        },
      }),
    );
  }
}

import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { CustomerKey } from './customer-key.ts';
import { logGroupsStatement } from './log-groups-statement.ts';

export interface OperationsKeyProps {
  readonly prefix: string;
  /** Those that begin otherwise than with the prefix need to be named. */
  readonly functionNames: readonly string[];
}

/**
 * The key of what operators see: logs, alarms, dead letters. Apart from the data's key, so that reading an alarm
 * needs no right to the data. Each service may use it only for this deployment's own resources.
 */
export class OperationsKey extends CustomerKey {
  constructor(scope: Construct, id: string, { prefix, functionNames }: OperationsKeyProps) {
    super(scope, id, {
      alias: `${prefix}/operations`,
      description: `${prefix}: logs, alarms and dead letters`,
    });
    const stack = Stack.of(this);
    const arn = (service: string, resource: string) => stack.formatArn({ service, resource });
    this.addToResourcePolicy(
      logGroupsStatement(this, [
        ...[`/aws/lambda/${prefix}-*`, `/aws/vendedlogs/${prefix}-*`],
        ...functionNames
          .filter((name) => !name.startsWith(`${prefix}-`))
          .map((name) => `/aws/lambda/${name}`),
      ]),
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

import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Subscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

export interface AlertTopicProps {
  readonly name: string;
  readonly key: IKey;
  readonly prefix: string;
  readonly email: string | undefined;
}

/** Where failures and alarms go, for people. Only this deployment's alarms and budget, and roles allowed to, publish. */
export class AlertTopic extends Topic {
  constructor(scope: Construct, id: string, props: AlertTopicProps) {
    super(scope, id, { topicName: props.name, masterKey: props.key, enforceSSL: true });
    this.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const stack = Stack.of(this);
    const alarms = stack.formatArn({ service: 'cloudwatch', resource: `alarm:${props.prefix}-*` });
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Alarms',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': stack.account },
          ArnLike: { 'aws:SourceArn': alarms },
        },
      }),
    );
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Budgets',
        principals: [new ServicePrincipal('budgets.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
    );
    if (props.email === undefined) return;
    const subscription = new Subscription(this, 'Email', {
      topic: this,
      protocol: SubscriptionProtocol.EMAIL,
      endpoint: props.email,
    });
    acknowledge(subscription, {
      'Serverless-SNSRedrivePolicy':
        'SNS itself retries e-mail for 23 days, and every alarm also stays visible on the dashboard; a queue of undelivered e-mails would have no reader.',
    });
  }
}

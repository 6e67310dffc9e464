import { Duration } from 'aws-cdk-lib';
import { Match, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { RuleSpec } from '../catalog-shapes.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { undeliveredQueueName } from './dead-letter-queue-names.ts';

export interface CatalogRuleProps {
  readonly spec: RuleSpec;
  readonly target: IFunction;
  readonly key: IKey;
}

/** One rule of the catalogue: events to a function, tried again for a day, then kept for a person. */
export class CatalogRule extends Construct {
  readonly deadLetterQueue: DeadLetterQueue;

  constructor(scope: Construct, id: string, props: CatalogRuleProps) {
    super(scope, id);
    const { spec } = props;
    this.deadLetterQueue = new DeadLetterQueue(this, 'Undelivered', {
      name: undeliveredQueueName(spec.name),
      key: props.key,
    });
    const prefixes = Object.entries(spec.detailPrefixes);
    new Rule(this, 'Rule', {
      ruleName: spec.name,
      description: spec.description,
      eventPattern: {
        source: [spec.source],
        detailType: [spec.detailType],
        detail: Object.fromEntries(prefixes.map(([field, prefix]) => [field, Match.prefix(prefix)])),
      },
      targets: [
        new LambdaFunction(props.target, {
          deadLetterQueue: this.deadLetterQueue,
          retryAttempts: 185,
          maxEventAge: Duration.hours(24),
        }),
      ],
    });
  }
}

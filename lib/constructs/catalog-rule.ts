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
  /** Of the bucket that the rule names. */
  readonly bucketName?: string;
  readonly key: IKey;
}

type Pattern = { [field: string]: Pattern | string[] };

/** `object.key` becomes `{object: {key: …}}`, as EventBridge wants it. */
const detailPattern = ({ detailPrefixes }: RuleSpec, bucketName: string | undefined): Pattern => {
  const pattern: Pattern = bucketName === undefined ? {} : { bucket: { name: [bucketName] } };
  for (const [path, prefix] of Object.entries(detailPrefixes)) {
    const fields = path.split('.');
    const last = fields.pop() ?? path;
    let inner = pattern;
    for (const field of fields) {
      const deeper = inner[field] ?? {};
      inner[field] = deeper;
      if (Array.isArray(deeper)) throw new Error(`${path} is a prefix and holds another one`);
      inner = deeper;
    }
    inner[last] = Match.prefix(prefix);
  }
  return pattern;
};

/** One rule of the catalogue: events to a function, tried again for a day, then kept for a person. */
export class CatalogRule extends Construct {
  readonly deadLetterQueue: DeadLetterQueue;

  constructor(scope: Construct, id: string, props: CatalogRuleProps) {
    super(scope, id);
    const { spec } = props;
    if (spec.bucket !== undefined && props.bucketName === undefined) {
      throw new Error(`Rule ${spec.name} is about bucket ${spec.bucket}: its name is needed.`);
    }
    this.deadLetterQueue = new DeadLetterQueue(this, 'Undelivered', {
      name: undeliveredQueueName(spec.name),
      key: props.key,
    });
    new Rule(this, 'Rule', {
      ruleName: spec.name,
      description: spec.description,
      eventPattern: {
        source: [spec.source],
        detailType: [spec.detailType],
        detail: detailPattern(spec, props.bucketName),
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

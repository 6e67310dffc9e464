import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

export interface CustomerKeyProps {
  /** After `alias/`. */
  readonly alias: string;
  readonly description: string;
}

/** A customer-managed key that AWS rotates once a year and that outlives its stack: without it the data is lost. */
export class CustomerKey extends Key {
  constructor(scope: Construct, id: string, props: CustomerKeyProps) {
    super(scope, id, {
      alias: props.alias,
      description: props.description,
      enableKeyRotation: true,
      rotationPeriod: Duration.days(365),
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}

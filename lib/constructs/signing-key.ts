import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

export interface SigningKeyProps {
  /** After `alias/`. */
  readonly alias: string;
  readonly description: string;
}

/**
 * An asymmetric key that signs and never leaves KMS; its public half verifies anywhere. AWS rotates no such key, and
 * what it signed has to verify for years.
 */
export class SigningKey extends Key {
  readonly aliasName: string;

  constructor(scope: Construct, id: string, props: SigningKeyProps) {
    super(scope, id, {
      alias: props.alias,
      description: props.description,
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.aliasName = `alias/${props.alias}`;
  }
}

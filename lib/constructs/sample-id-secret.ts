import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

export interface SampleIdSecretProps {
  readonly name: string;
  readonly description: string;
  readonly key: IKey;
  /** What another secret would spoil. @default the order of samples */
  readonly whyNotRotated?: string;
}

const orderOfSamples =
  'it keys the order in which samples are numbered. Rotating it would make the same table, parameters and seed give another file, and would protect nothing already written.';

/** 64 random letters and digits (381 bits) that no person ever sees. */
export class SampleIdSecret extends Secret {
  constructor(scope: Construct, id: string, props: SampleIdSecretProps) {
    super(scope, id, {
      secretName: props.name,
      description: props.description,
      encryptionKey: props.key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const noLogin = `It is no credential: ${props.whyNotRotated ?? orderOfSamples}`;
    acknowledge(this, {
      'AwsSolutions-SMG4': noLogin,
      'HIPAA.Security-SecretsManagerRotationEnabled': noLogin,
    });
  }
}

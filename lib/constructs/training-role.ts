import type { IRepository } from 'aws-cdk-lib/aws-ecr';
import { ManagedPolicy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { acknowledgeWildcards } from './acknowledge-wildcards.ts';
import type { DeployedBucket } from './catalog-resources.ts';
import { containerStatements } from './container-statements.ts';
import { keyStatement } from './key-statement.ts';
import { serviceOfThisAccount } from './service-of-this-account.ts';

export interface TrainingRoleProps {
  readonly bucket: DeployedBucket;
  readonly repository: IRepository;
  readonly volumeKey: IKey;
}

/**
 * What SageMaker may do while it runs a training job: read datasets, write models and checkpoints, pull the image,
 * write the job's log. The job itself has no network and so no use of it.
 *
 * Actions: "CreateTrainingJob API: Execution Role Permissions" in the SageMaker developer guide, narrowed to our
 * prefixes.
 */
export class TrainingRole extends Role {
  constructor(scope: Construct, id: string, props: TrainingRoleProps) {
    super(scope, id, {
      assumedBy: serviceOfThisAccount(scope, 'sagemaker.amazonaws.com'),
      description: 'What a training job may read and write',
    });
    const { bucket } = props;
    const models = ['models/crisis', 'models/lstm-autoencoder'];
    const policy = new ManagedPolicy(this, 'Policy', {
      description: 'What a training job may read and write',
      roles: [this],
      statements: [
        new PolicyStatement({
          actions: ['s3:GetObject'],
          resources: [`${bucket.bucketArn}/training/*`, `${bucket.bucketArn}/checkpoints/*`],
        }),
        new PolicyStatement({
          actions: ['s3:PutObject'],
          resources: [...models, 'checkpoints'].map((folder) => `${bucket.bucketArn}/${folder}/*`),
        }),
        new PolicyStatement({
          actions: ['s3:DeleteObject'],
          resources: [`${bucket.bucketArn}/checkpoints/*`],
        }),
        new PolicyStatement({
          actions: ['s3:ListBucket'],
          resources: [bucket.bucketArn],
          conditions: {
            StringLike: {
              's3:prefix': ['training', 'checkpoints', ...models].map((folder) => `${folder}/*`),
            },
          },
        }),
        ...keyStatement(this, {
          key: bucket.key,
          via: 's3',
          // SageMaker checks for Encrypt before it writes output under a key (OutputDataConfig).
          actions: ['Decrypt', 'Encrypt', 'GenerateDataKey'],
        }),
        // SageMaker attaches the encrypted volume with a grant it makes as this role.
        new PolicyStatement({
          actions: ['kms:CreateGrant'],
          resources: [props.volumeKey.keyArn],
          conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
        }),
        new PolicyStatement({ actions: ['kms:DescribeKey'], resources: [props.volumeKey.keyArn] }),
        ...containerStatements(this, {
          repository: props.repository,
          logGroup: '/aws/sagemaker/TrainingJobs',
          metrics: '/aws/sagemaker/TrainingJobs',
        }),
      ],
    });
    acknowledgeWildcards(policy);
  }
}

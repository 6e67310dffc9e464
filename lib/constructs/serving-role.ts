import type { IRepository } from 'aws-cdk-lib/aws-ecr';
import { ManagedPolicy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acknowledgeWildcards } from './acknowledge-wildcards.ts';
import type { DeployedBucket } from './catalog-resources.ts';
import { containerStatements } from './container-statements.ts';
import { keyStatement } from './key-statement.ts';
import { serviceOfThisAccount } from './service-of-this-account.ts';

export interface ServingRoleProps {
  readonly bucket: DeployedBucket;
  readonly repository: IRepository;
  /** Of the endpoint, and of whatever is named after it. */
  readonly endpointName: string;
}

/**
 * What SageMaker may do while it serves a model: read its archive, pull the image, write the endpoint's log and
 * metrics. The container itself needs none of it.
 *
 * Actions: "CreateModel API: Execution Role Permissions" in the SageMaker developer guide, narrowed to our prefixes.
 */
export class ServingRole extends Role {
  constructor(scope: Construct, id: string, props: ServingRoleProps) {
    super(scope, id, {
      assumedBy: serviceOfThisAccount(scope, 'sagemaker.amazonaws.com'),
      description: 'What a served model may read and write',
    });
    const policy = new ManagedPolicy(this, 'Policy', {
      description: 'What a served model may read and write',
      roles: [this],
      statements: [
        new PolicyStatement({
          actions: ['s3:GetObject'],
          resources: [`${props.bucket.bucketArn}/models/customer-health/*`],
        }),
        ...keyStatement(this, { key: props.bucket.key, via: 's3', actions: ['Decrypt'] }),
        ...containerStatements(this, {
          repository: props.repository,
          logGroup: `/aws/sagemaker/Endpoints/${props.endpointName}`,
          metrics: '/aws/sagemaker/Endpoints',
        }),
      ],
    });
    acknowledgeWildcards(policy);
  }
}

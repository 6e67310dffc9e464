import { Stack } from 'aws-cdk-lib';
import type { IRepository } from 'aws-cdk-lib/aws-ecr';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

export interface ContainerRights {
  readonly repository: IRepository;
  /** SageMaker's log group of it, such as `/aws/sagemaker/TrainingJobs`. */
  readonly logGroup: string;
  /** Of its metrics in CloudWatch. */
  readonly metrics: string;
}

/**
 * What SageMaker needs to run any container of ours: pull the image, write its log and its metrics.
 *
 * @param scope - within the stack that gets the policy
 */
export const containerStatements = (
  scope: Construct,
  rights: ContainerRights,
): readonly PolicyStatement[] => {
  const logs = (resource: string) =>
    Stack.of(scope).formatArn({ service: 'logs', resource: `log-group:${rights.logGroup}${resource}` });
  return [
    new PolicyStatement({
      actions: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      resources: [rights.repository.repositoryArn],
    }),
    new PolicyStatement({ actions: ['ecr:GetAuthorizationToken'], resources: ['*'] }),
    new PolicyStatement({
      actions: [
        'logs:CreateLogGroup',
        'logs:CreateLogStream',
        'logs:DescribeLogStreams',
        'logs:PutLogEvents',
      ],
      resources: [logs(''), logs(':log-stream:*')],
    }),
    new PolicyStatement({
      actions: ['cloudwatch:PutMetricData'],
      resources: ['*'],
      conditions: { StringEquals: { 'cloudwatch:namespace': rights.metrics } },
    }),
  ];
};

import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { TrainingResources } from './catalog-resources.ts';

/**
 * The right to training jobs of this deployment's name prefix, and, to start one, to hand SageMaker its role.
 *
 * @param scope - within the stack that gets the policy
 * @param actions - without `sagemaker:`
 * @param training - the role to pass and the jobs' name prefix
 */
export const trainingJobStatements = (
  scope: Construct,
  actions: readonly ('CreateTrainingJob' | 'AddTags' | 'DescribeTrainingJob')[],
  training: TrainingResources,
): readonly PolicyStatement[] => {
  const jobs = Stack.of(scope).formatArn({
    service: 'sagemaker',
    resource: 'training-job',
    resourceName: `${training.jobNamePrefix}*`,
  });
  const onJobs = new PolicyStatement({
    actions: actions.map((action) => `sagemaker:${action}`),
    resources: [jobs],
  });
  if (!actions.includes('CreateTrainingJob')) return [onJobs];
  return [
    onJobs,
    new PolicyStatement({
      actions: ['iam:PassRole'],
      resources: [training.role.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
    }),
  ];
};

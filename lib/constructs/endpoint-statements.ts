import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { EndpointAction } from '../catalog-access.ts';
import type { EndpointSpec } from '../catalog-doors.ts';
import type { TrainingResources } from './catalog-resources.ts';

type Kind = 'endpoint' | 'endpoint-config' | 'model';

/** The resources that IAM checks for each action, from the Service Authorization Reference of SageMaker. */
export const endpointActionKinds: Readonly<Record<EndpointAction, readonly Kind[]>> = {
  InvokeEndpoint: ['endpoint'],
  DescribeEndpoint: ['endpoint'],
  CreateEndpoint: ['endpoint', 'endpoint-config'],
  UpdateEndpoint: ['endpoint', 'endpoint-config'],
  DeleteEndpoint: ['endpoint'],
  CreateEndpointConfig: ['endpoint-config'],
  CreateModel: ['model'],
  AddTags: ['endpoint', 'endpoint-config', 'model'],
};

export interface EndpointAccess {
  readonly endpoint: EndpointSpec;
  readonly actions: readonly EndpointAction[];
  readonly training: TrainingResources;
}

/**
 * The right to one endpoint, to the configurations and models that are named after it, and, to make a model, to hand
 * SageMaker the serving role.
 *
 * @param scope - within the stack that gets the policy
 */
export const endpointStatements = (scope: Construct, access: EndpointAccess): readonly PolicyStatement[] => {
  const { endpoint, actions, training } = access;
  const arn = (kind: Kind) =>
    Stack.of(scope).formatArn({
      service: 'sagemaker',
      resource: kind,
      resourceName: kind === 'endpoint' ? endpoint.name : `${endpoint.name}-*`,
    });
  const statements = actions.map(
    (action) =>
      new PolicyStatement({
        actions: [`sagemaker:${action}`],
        resources: endpointActionKinds[action].map(arn),
      }),
  );
  if (!actions.includes('CreateModel')) return statements;
  return [
    ...statements,
    new PolicyStatement({
      actions: ['iam:PassRole'],
      resources: [training.servingRole.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
    }),
  ];
};

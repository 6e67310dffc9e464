import { Aws } from 'aws-cdk-lib';
import type { WorkflowSpec } from '../catalog-shapes.ts';

/** The ARN of a workflow, known before the workflow exists, so that functions and workflow can point to each other. */
export const workflowArn = ({ name }: WorkflowSpec): string =>
  `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:stateMachine:${name}`;

/** The ARN of every execution of a workflow. */
export const executionArns = ({ name }: WorkflowSpec): string =>
  `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:execution:${name}:*`;

/** The ARN of every child of the maps of a workflow. */
export const childExecutionArns = ({ name }: WorkflowSpec): string =>
  `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:execution:${name}/*`;

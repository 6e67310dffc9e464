import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  type ExecutionStatus,
  type SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { PipelineStatus, TrainingPipelines } from '../ports/training-pipelines.ts';

/** Executions of one Standard workflow of Step Functions. */
export const makeStepFunctionsPipelines = (options: {
  client: SFNClient;
  stateMachineArn: string;
}): TrainingPipelines => {
  const { client, stateMachineArn } = options;
  const arnOf = (name: string) => `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
  return {
    start: async (name, input) => {
      try {
        const { executionArn = arnOf(name) } = await client.send(
          new StartExecutionCommand({ stateMachineArn, name, input }),
        );
        return { executionArn, name, input, status: 'running' };
      } catch (error) {
        if (error instanceof ExecutionAlreadyExists) return undefined;
        throw error;
      }
    },
    find: async (name) => {
      const executionArn = arnOf(name);
      try {
        const found = await client.send(new DescribeExecutionCommand({ executionArn }));
        return { executionArn, name, input: found.input ?? '', status: statusOf(found.status) };
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return undefined;
        throw error;
      }
    },
  };
};

const statusOf = (status: ExecutionStatus | undefined): PipelineStatus => {
  if (status === 'SUCCEEDED') return 'succeeded';
  return status === 'RUNNING' || status === 'PENDING_REDRIVE' ? 'running' : 'failed';
};

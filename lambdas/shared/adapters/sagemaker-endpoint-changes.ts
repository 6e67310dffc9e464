import {
  DescribeEndpointCommand,
  type SageMakerClient,
  UpdateEndpointCommand,
} from '@aws-sdk/client-sagemaker';
import type { EndpointChanges, EndpointState } from '../ports/model-endpoints.ts';

/**
 * Endpoints of Amazon SageMaker. An update goes without guardrails: what brings a version back must not be stopped by
 * the alarm that it answers.
 */
export const makeSageMakerEndpointChanges = (client: SageMakerClient): EndpointChanges => ({
  describe: async (EndpointName) => {
    try {
      const endpoint = await client.send(new DescribeEndpointCommand({ EndpointName }));
      return { status: statusOf(endpoint.EndpointStatus), configName: endpoint.EndpointConfigName ?? '' };
    } catch (error) {
      if (isValidationError(error, /could not find/i)) return undefined;
      throw error;
    }
  },
  update: async (EndpointName, EndpointConfigName) => {
    await client.send(new UpdateEndpointCommand({ EndpointName, EndpointConfigName }));
  },
});

/** SageMaker has no error classes for what is there already or not there: a ValidationException that says so. */
export const isValidationError = (error: unknown, words: RegExp): boolean =>
  error instanceof Error && error.name === 'ValidationException' && words.test(error.message);

const statusOf = (status: string | undefined): EndpointState['status'] => {
  switch (status) {
    case 'Creating':
    case 'Updating':
    case 'InService':
    case 'Failed':
      return status;
    default:
      return 'Other';
  }
};

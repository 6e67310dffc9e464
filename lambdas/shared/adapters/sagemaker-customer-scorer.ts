import {
  InvokeEndpointCommand,
  ModelError,
  type SageMakerRuntimeClient,
  SageMakerRuntimeServiceException,
} from '@aws-sdk/client-sagemaker-runtime';
import { PredictionAnswer } from '../../../ml/models/customer-health/prediction-document.ts';
import { EndpointFailedError, EndpointUnavailableError } from '../endpoint-errors.ts';
import type { CustomerScorer } from '../ports/customer-scorer.ts';

/** Scores at a SageMaker endpoint. Throttled calls are repeated by the client itself. */
export const makeSageMakerCustomerScorer = (options: {
  client: SageMakerRuntimeClient;
  endpointName: string;
}): CustomerScorer => {
  const { client, endpointName } = options;
  const invoke = async (request: unknown): Promise<string> => {
    try {
      const answer = await client.send(
        new InvokeEndpointCommand({
          EndpointName: endpointName,
          ContentType: 'application/json',
          Accept: 'application/json',
          Body: JSON.stringify(request),
        }),
      );
      return answer.Body.transformToString();
    } catch (error) {
      throw translated(error, endpointName);
    }
  };
  return {
    score: async (customers, { explain }) => {
      const answer = PredictionAnswer.safeParse(parsed(await invoke({ instances: customers, explain })));
      if (answer.success && answer.data.predictions.length === customers.length) return answer.data;
      throw new EndpointFailedError(
        `The endpoint ${endpointName} answered in another form than this release's container does. Deploy both anew.`,
      );
    },
  };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A model's own text stays out: it may quote what it was sent. */
const translated = (error: unknown, endpointName: string): unknown => {
  if (error instanceof ModelError) {
    const status = error.OriginalStatusCode ?? 500;
    if (status === 503) return unavailable(`The endpoint ${endpointName} has no model loaded yet.`, error);
    return new EndpointFailedError(
      `The model behind the endpoint ${endpointName} answered ${status}; its log is in /aws/sagemaker/Endpoints/${endpointName}.`,
      { status },
      { cause: error },
    );
  }
  if (!(error instanceof SageMakerRuntimeServiceException)) return error;
  const isAbsent = error.name === 'ValidationError' && /not found|not in service/i.test(error.message);
  if (isAbsent) {
    return unavailable(
      `There is no endpoint ${endpointName} yet. It is made when the first customer-health model is approved.`,
      error,
    );
  }
  const isOverrun = ['ThrottlingException', 'ServiceUnavailable', 'ModelNotReadyException'].includes(
    error.name,
  );
  return isOverrun ? unavailable(`The endpoint ${endpointName} cannot take more at present.`, error) : error;
};

const unavailable = (problem: string, cause: unknown): EndpointUnavailableError =>
  new EndpointUnavailableError(`Nothing can score customers at present. ${problem}`, {}, { cause });

import { InvalidRequestError } from '../../../ml/invalid-request-error.ts';
import { PredictionAnswer } from '../../../ml/models/customer-health/prediction-document.ts';
import type { CustomerScorer } from '../ports/customer-scorer.ts';
import { FunctionFailedError, invokeFunction, type LambdaInvoking } from './lambda-function.ts';

/** Predictions by the function in front of the endpoint. @param functionName - as it is deployed */
export const makeLambdaCustomerScorer = (invoking: LambdaInvoking, functionName: string): CustomerScorer => ({
  score: async (customers, { explain }) => {
    const { statusCode, body } = await invokeFunction(invoking, functionName, { customers, explain });
    if (statusCode === 400) {
      const allowed = 'customers that the predicting function takes';
      throw new InvalidRequestError([{ field: 'customers', allowed, arrived: 'one that it refused' }]);
    }
    if (statusCode !== 200) throw new FunctionFailedError(`The function answered ${statusCode}.`);
    return PredictionAnswer.parse(body);
  },
});

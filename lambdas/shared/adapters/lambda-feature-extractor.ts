import * as z from 'zod';
import { FamilyResult, mergeFamilies } from '../extraction/merge-families.ts';
import { BatchFailedError, type FeatureExtractor, type FeaturePair } from '../ports/feature-extractor.ts';
import { FunctionFailedError, invokeFunction, type LambdaInvoking } from './lambda-function.ts';

/** Names of the deployed functions. */
export interface FeatureFunctions {
  readonly mood: string;
  readonly behavioral: string;
  readonly sentiment: string;
}

const Results = z.object({ results: z.array(FamilyResult) });
const families = ['mood', 'behavioral', 'sentiment'] as const;

/** Features by the three deployed functions, all three at once for each batch. */
export const makeLambdaFeatureExtractor = (
  invoking: LambdaInvoking,
  functions: FeatureFunctions,
): FeatureExtractor => ({
  extract: async (pairs, days) => {
    const requests = pairs.map(({ userId, asOf }) => ({ userId, asOf: new Date(asOf).toISOString() }));
    const [mood, behavioral, sentiment] = await Promise.all(
      families.map((family) => invokeFamily(invoking, functions[family], { requests, days })),
    );
    return pairs.map((_, index) => mergeFamilies([mood?.[index], behavioral?.[index], sentiment?.[index]]));
  },
});

const invokeFamily = async (
  invoking: LambdaInvoking,
  functionName: string,
  request: { requests: readonly (Omit<FeaturePair, 'asOf'> & { asOf: string })[]; days: number },
): Promise<readonly FamilyResult[]> => {
  const answer = await invokeFunction(invoking, functionName, request).catch((error: unknown) => {
    if (error instanceof FunctionFailedError)
      throw new BatchFailedError('A feature function failed.', { cause: error });
    throw error;
  });
  const parsed = Results.safeParse(answer.body);
  if (
    answer.statusCode !== 200 ||
    !parsed.success ||
    parsed.data.results.length !== request.requests.length
  ) {
    throw new BatchFailedError(`A feature function answered ${answer.statusCode} for a whole batch.`);
  }
  return parsed.data.results;
};

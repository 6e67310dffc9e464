import * as z from 'zod';
import { behavioralFeatureNames } from '../../../ml/features/behavioral-features.ts';
import { moodFeatureNames } from '../../../ml/features/mood-features.ts';
import { sentimentFeatureNames } from '../../../ml/features/sentiment-features.ts';
import {
  BatchFailedError,
  type FeatureExtractor,
  type FeatureOutcome,
  type FeaturePair,
} from '../ports/feature-extractor.ts';
import { FunctionFailedError, invokeFunction, type LambdaInvoking } from './lambda-function.ts';

/** Names of the deployed functions. */
export interface FeatureFunctions {
  readonly mood: string;
  readonly behavioral: string;
  readonly sentiment: string;
}

const Results = z.object({
  results: z.array(
    z.union([
      z.object({ ok: z.literal(true), features: z.record(z.string(), z.number()) }),
      z.object({ ok: z.literal(false), error: z.object({ code: z.string() }) }),
    ]),
  ),
});
type Result = z.infer<typeof Results>['results'][number];

/** In the order of crisisFeatureNames: mood, behavioural, sentiment. */
const families = [
  { of: 'mood', names: moodFeatureNames },
  { of: 'behavioral', names: behavioralFeatureNames },
  { of: 'sentiment', names: sentimentFeatureNames },
] as const;
const featureCount = families.reduce((sum, { names }) => sum + names.length, 0);

/** Features by the three deployed functions, all three at once for each batch. */
export const makeLambdaFeatureExtractor = (
  invoking: LambdaInvoking,
  functions: FeatureFunctions,
): FeatureExtractor => ({
  extract: async (pairs, days) => {
    const requests = pairs.map(({ userId, asOf }) => ({ userId, asOf: new Date(asOf).toISOString() }));
    const [mood, behavioral, sentiment] = await Promise.all(
      families.map(({ of }) => invokeFamily(invoking, functions[of], { requests, days })),
    );
    return pairs.map((_, index) => merge([mood?.[index], behavioral?.[index], sentiment?.[index]]));
  },
});

const invokeFamily = async (
  invoking: LambdaInvoking,
  functionName: string,
  request: { requests: readonly (Omit<FeaturePair, 'asOf'> & { asOf: string })[]; days: number },
): Promise<readonly Result[]> => {
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

const merge = (results: readonly (Result | undefined)[]): FeatureOutcome => {
  const values = new Float64Array(featureCount);
  let position = 0;
  for (const [index, { names }] of families.entries()) {
    const result = results[index];
    if (result === undefined || !result.ok) return { ok: false, code: result?.error.code ?? 'internal' };
    for (const name of names) {
      const value = result.features[name];
      if (value === undefined) return { ok: false, code: 'missing-feature' };
      values[position++] = value;
    }
  }
  return { ok: true, values };
};

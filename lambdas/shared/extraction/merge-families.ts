import * as z from 'zod';
import { behavioralFeatureNames } from '../../../ml/features/behavioral-features.ts';
import { moodFeatureNames } from '../../../ml/features/mood-features.ts';
import { sentimentFeatureNames } from '../../../ml/features/sentiment-features.ts';
import type { FeatureOutcome } from '../ports/feature-extractor.ts';

/** What one of the three families of features answers for one person at one instant. */
export const FamilyResult = z.union([
  z.object({ ok: z.literal(true), features: z.record(z.string(), z.number()) }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string() }) }),
]);
export type FamilyResult = z.infer<typeof FamilyResult>;

/** In the order of crisisFeatureNames. */
const families = [moodFeatureNames, behavioralFeatureNames, sentimentFeatureNames] as const;
const featureCount = families.reduce((sum, names) => sum + names.length, 0);

/** @param results - of mood, behaviour and sentiment, in this order */
export const mergeFamilies = (results: readonly (FamilyResult | undefined)[]): FeatureOutcome => {
  const values = new Float64Array(featureCount);
  let position = 0;
  for (const [index, names] of families.entries()) {
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

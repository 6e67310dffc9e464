import { z } from '@hono/zod-openapi';
import { FeatureSet, SemanticVersion, Slug } from '../../../ml/datasets/feature-set.ts';
import { preparationFeatureNames } from '../../../ml/features/preparation/extract-preparation-features.ts';
import { featuresTable } from '../../shared/features/person-features.ts';

const extracted: ReadonlySet<string> = new Set(preparationFeatureNames());

/** A misspelt name would be null for everyone, and nobody would notice. */
const isThere = ({ table, column }: { readonly table: string; readonly column: string }): boolean =>
  table !== featuresTable || extracted.has(column);

/** What a feature set is created from. */
export const CreateFeatureSet = z
  .strictObject({
    ...FeatureSet.omit({ createdAt: true }).shape,
    featureSetId: Slug.optional().openapi({ description: 'Made from the name where absent.' }),
    version: SemanticVersion.default('1.0.0'),
    description: FeatureSet.shape.description.default(''),
  })
  .refine(({ features }) => new Set(features.map(({ name }) => name)).size === features.length, {
    path: ['features'],
    error: 'features with a name of their own each',
  })
  .refine(({ features, target }) => !features.some(({ name }) => name === target), {
    path: ['target'],
    error: 'none of the features: what is to be predicted is no input',
  })
  .refine(({ features }) => features.every(({ source }) => isThere(source)), {
    path: ['features'],
    error: `features that are extracted where their source table is ${featuresTable}: docs/preparation-features.md lists them`,
  })
  .refine(
    ({ features }) =>
      features.every(({ validation: { min, max } }) => min === undefined || max === undefined || min <= max),
    {
      path: ['features'],
      error: 'features whose min is not above their max, which no row could keep to',
    },
  )
  .refine(
    ({ features }) => features.every((one) => one.type !== 'numerical' || typeof one.default !== 'string'),
    {
      path: ['features'],
      error: 'features whose default is a number where they are numerical',
    },
  );
export type CreateFeatureSet = z.infer<typeof CreateFeatureSet>;

export const FeatureSetSummary = FeatureSet.omit({ features: true }).extend({
  featureCount: z.int().min(1),
});

export const FeatureSetList = z.strictObject({
  featureSets: z.array(FeatureSetSummary),
  next: z.string().optional().openapi({ description: 'The cursor of the next page, if there may be one.' }),
});

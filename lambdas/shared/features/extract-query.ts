import { z } from '@hono/zod-openapi';
import { SemanticVersion, Slug } from '../../../ml/datasets/feature-set.ts';
import { PreparationFeatureType } from '../../../ml/features/preparation/preparation-feature-type.ts';

/** Longer stretches are for datasets, which are built by a job. */
export const maxWindowDays = 183;
const msPerDay = 86_400_000;

const date = z.iso.date({ error: 'a date such as 2026-11-21' });
/** A date as days since 1970-01-01. */
export const dayOf = (text: string): number => Date.parse(`${text}T00:00:00Z`) / msPerDay;

const types = PreparationFeatureType.options.join(', ');

export const ExtractQuery = z
  .strictObject({
    userId: z.string().min(1).max(1024),
    startDate: date.openapi({ description: "First day, by the person's own clocks." }),
    endDate: date.openapi({ description: 'Last day; features are as of its end.' }),
    types: z
      .string()
      .regex(/^(health|engagement|temporal)(,(health|engagement|temporal)){0,2}$/, {
        error: `some of ${types}, with commas`,
      })
      .optional()
      .openapi({ example: 'health,temporal', description: `Some of ${types}; all where absent.` }),
    featureSetId: Slug.optional().openapi({
      description: 'Only the features of this set whose source table is `features`.',
    }),
    featureSetVersion: SemanticVersion.optional(),
  })
  .refine(({ startDate, endDate }) => dayOf(startDate) <= dayOf(endDate), {
    path: ['startDate'],
    error: 'not after endDate',
  })
  .refine(({ startDate, endDate }) => dayOf(endDate) - dayOf(startDate) < maxWindowDays, {
    path: ['startDate'],
    error: `at most ${maxWindowDays} days before endDate`,
  })
  .refine(({ endDate }) => dayOf(endDate) >= 0 && dayOf(endDate) < 40_000, {
    path: ['endDate'],
    error: 'between 1970 and 2079',
  })
  .refine(
    ({ featureSetId, featureSetVersion }) => featureSetVersion === undefined || featureSetId !== undefined,
    {
      path: ['featureSetVersion'],
      error: 'left out where there is no featureSetId',
    },
  );
export type ExtractQuery = z.infer<typeof ExtractQuery>;

export const ExtractedFeatures = z.strictObject({
  userId: z.string(),
  asOf: z.string().openapi({ description: 'The last millisecond that counts, ISO 8601.' }),
  timeZone: z.string(),
  windowDays: z.int().min(1),
  schemaVersion: z.int().min(1),
  featureSet: z.strictObject({ featureSetId: z.string(), version: z.string() }).nullable(),
  cache: z.enum(['hit', 'miss']),
  features: z
    .record(z.string(), z.number().nullable())
    .openapi({ description: 'By name; null where nothing is known, never 0 in its place.' }),
  coverage: z.record(z.string(), z.number().min(0).max(1)).openapi({
    description: 'By name: for which share of the days that a feature looks at something is known.',
  }),
});
export type ExtractedFeatures = z.infer<typeof ExtractedFeatures>;

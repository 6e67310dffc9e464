import * as z from 'zod';

/** What features are about. */
export const PreparationFeatureType = z.enum(['health', 'engagement', 'temporal']);
export type PreparationFeatureType = z.infer<typeof PreparationFeatureType>;

/** All of them, in the order of the columns. */
export const preparationFeatureTypes: readonly PreparationFeatureType[] = [
  'health',
  'engagement',
  'temporal',
];

/** Rises whenever a feature is added, removed, moved or defined anew; part of a cache's key. */
export const preparationFeatureSchemaVersion = 1;

import * as z from 'zod';

const name = z.string().min(1);

/** What every function that touches training lines is told. */
export const narrativeEnvironment = {
  HEALTH_DATA_BUCKET: name,
  TRAINING_EXAMPLES_TABLE: name,
  TRAINING_DATA_PREFIX: name.endsWith('/'),
} as const;
export type NarrativeEnvironment = z.infer<z.ZodObject<typeof narrativeEnvironment>>;

/** The most that one part holds, unless a single line is longer; a file keeps so much room free or is full. */
export const maxPartBytes = 1024 * 1024;

import * as z from 'zod';

/** More rows than these say no more about a model, and make a body too large. */
export const maxOutcomes = 20_000;

/**
 * What a model said of rows and what came true, in the order of the rows of its dataset version. Where both classes
 * are wanted and only one is there, figures that need both are left out.
 */
export const ScoredOutcomes = z
  .strictObject({
    labels: z
      .array(z.union([z.literal(0), z.literal(1)]))
      .min(1)
      .max(maxOutcomes),
    /** Probability of label 1. */
    scores: z.array(z.number().min(0).max(1)).min(1).max(maxOutcomes),
    /** Whose row it is, as a number without meaning elsewhere; absent: each row is a person of its own. */
    persons: z.array(z.int().min(0).max(10_000_000)).min(1).max(maxOutcomes).optional(),
  })
  .refine(({ labels, scores }) => labels.length === scores.length, {
    path: ['scores'],
    error: 'as many as there are labels',
  })
  .refine(({ labels, persons }) => persons === undefined || persons.length === labels.length, {
    path: ['persons'],
    error: 'as many as there are labels, or left out',
  });

export type ScoredOutcomes = z.infer<typeof ScoredOutcomes>;

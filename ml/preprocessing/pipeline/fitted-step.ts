import * as z from 'zod';
import { Cell } from './row.ts';

const name = z.string();

export const FittedImpute = z.strictObject({
  step: z.literal('impute'),
  strategy: z.enum(['mean', 'median', 'most-frequent', 'constant', 'forward-fill']),
  indicator: z.boolean(),
  /** `fill` is null where nothing fills: forward fill carries what the person's earlier row says. */
  columns: z.array(z.strictObject({ name, fill: Cell })),
});
export type FittedImpute = z.infer<typeof FittedImpute>;

export const FittedScale = z.strictObject({
  step: z.literal('scale'),
  method: z.enum(['standard', 'min-max', 'robust']),
  /** A value becomes (value − centre) / scale + offset. */
  columns: z.array(
    z.strictObject({ name, centre: z.number(), scale: z.number().positive(), offset: z.number() }),
  ),
});
export type FittedScale = z.infer<typeof FittedScale>;

/** Categories in their order: numbers ascending, then texts by code point, then null where training had cells missing. */
const categories = z.array(Cell);

export const FittedOneHot = z.strictObject({
  step: z.literal('encode'),
  method: z.literal('one-hot'),
  unknown: z.enum(['ignore', 'error']),
  columns: z.array(z.strictObject({ name, categories })),
});
export type FittedOneHot = z.infer<typeof FittedOneHot>;

export const FittedOrdinal = z.strictObject({
  step: z.literal('encode'),
  method: z.literal('ordinal'),
  unknown: z.enum(['ignore', 'error']),
  columns: z.array(z.strictObject({ name, categories })),
});
export type FittedOrdinal = z.infer<typeof FittedOrdinal>;

export const FittedTarget = z.strictObject({
  step: z.literal('encode'),
  method: z.literal('target'),
  /** Of all training rows; what a category that training did not have becomes. */
  targetMean: z.number(),
  /** One encoding per category. */
  columns: z.array(
    z
      .strictObject({ name, categories, encodings: z.array(z.number()) })
      .refine(
        ({ categories, encodings }) => categories.length === encodings.length,
        'one encoding per category',
      ),
  ),
});
export type FittedTarget = z.infer<typeof FittedTarget>;

export const FittedEncode = z.discriminatedUnion('method', [FittedOneHot, FittedOrdinal, FittedTarget]);
export type FittedEncode = z.infer<typeof FittedEncode>;

export const FittedSelect = z.strictObject({
  step: z.literal('select'),
  method: z.enum(['variance', 'correlation', 'chi2', 'mutual-information']),
  /** Of every column judged: variance, |r|, chi² or nats; the p-value of chi². */
  columns: z.array(
    z.strictObject({ name, score: z.number(), pValue: z.number().optional(), isKept: z.boolean() }),
  ),
});
export type FittedSelect = z.infer<typeof FittedSelect>;

export const FittedPca = z
  .strictObject({
    step: z.literal('reduce'),
    method: z.literal('pca'),
    columns: z.array(z.strictObject({ name, mean: z.number() })),
    /** One a component, the one that explains most first. */
    components: z.array(
      z.strictObject({
        /** A weight per column, together of length 1; the one largest in size is positive. */
        weights: z.array(z.number()),
        /** Over n − 1. */
        variance: z.number(),
        /** Of the variance of all components, kept or not. */
        share: z.number(),
      }),
    ),
  })
  .refine(
    ({ columns, components }) => components.every(({ weights }) => weights.length === columns.length),
    'one weight per column',
  );
export type FittedPca = z.infer<typeof FittedPca>;

/** A step with what it learned from training rows. */
export const FittedStep = z.discriminatedUnion('step', [
  FittedImpute,
  FittedScale,
  FittedEncode,
  FittedSelect,
  FittedPca,
]);
export type FittedStep = z.infer<typeof FittedStep>;

import * as z from 'zod';

/**
 * The columns that a step works on, by name; left out: every column that is there by then and of the kind that the
 * step takes (numbers for scaling, selection and reduction, texts for encoding).
 */
const columns = z.array(z.string().min(1).max(200)).min(1).max(20_000).optional();

/** Adds `{column}_missing`, 1 where the cell was null, else 0, for each column of the step. */
const indicator = z.boolean().optional();

export const ImputeStep = z.discriminatedUnion('strategy', [
  z.strictObject({
    step: z.literal('impute'),
    strategy: z.enum(['mean', 'median', 'most-frequent', 'forward-fill']),
    columns,
    indicator,
  }),
  z.strictObject({
    step: z.literal('impute'),
    strategy: z.literal('constant'),
    /** A number for columns of numbers, a text for columns of texts. */
    value: z.union([z.number(), z.string().max(200)]),
    columns,
    indicator,
  }),
]);
export type ImputeStep = z.infer<typeof ImputeStep>;

export const ScaleStep = z.discriminatedUnion('method', [
  z.strictObject({ step: z.literal('scale'), method: z.literal('standard'), columns }),
  z.strictObject({ step: z.literal('scale'), method: z.literal('robust'), columns }),
  z.strictObject({
    step: z.literal('scale'),
    method: z.literal('min-max'),
    /** Where the least and the greatest training value go; [0, 1] when left out. */
    range: z.tuple([z.number(), z.number()]).optional(),
    columns,
  }),
]);
export type ScaleStep = z.infer<typeof ScaleStep>;

/** What happens to a category that training did not have; `ignore` when left out. */
const unknown = z.enum(['ignore', 'error']).optional();

export const EncodeStep = z.discriminatedUnion('method', [
  z.strictObject({
    step: z.literal('encode'),
    method: z.literal('one-hot'),
    unknown,
    /**
     * A column with more categories is refused: it is a name or a note. 200 when left out. Rows are dense, so that
     * 10,000 categories, which need as many rows, would be 100 million cells.
     */
    mostCategories: z.int().min(1).max(1000).optional(),
    columns,
  }),
  z.strictObject({ step: z.literal('encode'), method: z.literal('ordinal'), unknown, columns }),
  z.strictObject({
    step: z.literal('encode'),
    method: z.literal('target'),
    /** Rows of the mean of all that each category's mean is mixed with; `auto` (empirical Bayes) when left out. */
    smooth: z.union([z.literal('auto'), z.number().min(0)]).optional(),
    /** Into which training rows are dealt, by person where there is one; 5 when left out. */
    folds: z.int().min(2).max(100).optional(),
    /** Decides who goes into which fold; 0 when left out. */
    seed: z.int().optional(),
    columns,
  }),
]);
export type EncodeStep = z.infer<typeof EncodeStep>;

/** How many columns stay, the best ones. */
const top = z.int().min(1).max(20_000);

export const SelectStep = z.discriminatedUnion('method', [
  z.strictObject({
    step: z.literal('select'),
    method: z.literal('variance'),
    /** Columns whose population variance is above this stay; 0 when left out. */
    above: z.number().min(0).optional(),
    columns,
  }),
  z.strictObject({ step: z.literal('select'), method: z.enum(['correlation', 'chi2']), top, columns }),
  z.strictObject({
    step: z.literal('select'),
    method: z.literal('mutual-information'),
    top,
    /** Which columns hold codes and not amounts; left out: those of at most 20 values, all whole numbers. */
    discrete: z.array(z.string().min(1).max(200)).max(20_000).optional(),
    /** 3 when left out. */
    neighbours: z.int().min(1).max(100).optional(),
    /** Of the noise that parts equal values; 0 when left out. */
    seed: z.int().optional(),
    columns,
  }),
]);
export type SelectStep = z.infer<typeof SelectStep>;

export const ReduceStep = z.strictObject({
  step: z.literal('reduce'),
  method: z.literal('pca'),
  /** How many components stay, or which share of the variance they must explain more than. */
  keep: z.union([
    z.strictObject({ components: z.int().min(1).max(20_000) }),
    z.strictObject({ varianceShare: z.number().gt(0).lt(1) }),
  ]),
  columns,
});
export type ReduceStep = z.infer<typeof ReduceStep>;

/** One step of a pipeline, as data. Steps run in order; each sees what the one before left. */
export const PreprocessingStep = z.discriminatedUnion('step', [
  ImputeStep,
  ScaleStep,
  EncodeStep,
  SelectStep,
  ReduceStep,
]);
export type PreprocessingStep = z.infer<typeof PreprocessingStep>;

/** The steps of a pipeline, in order; none leaves rows as they are, checked. */
export const PreprocessingSteps = z.array(PreprocessingStep).max(50);
export type PreprocessingSteps = z.infer<typeof PreprocessingSteps>;

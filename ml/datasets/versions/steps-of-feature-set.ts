import type { PreprocessingSteps } from '../../preprocessing/pipeline/preprocessing-step.ts';
import type { FeatureDefinition, FeatureType, PreprocessingType } from '../feature-set.ts';

const textual: ReadonlySet<FeatureType> = new Set(['categorical', 'text']);

/**
 * The features that a set declares as of texts.
 *
 * @example
 * textFeatures([{ name: 'age', type: 'numerical' }, { name: 'plan', type: 'categorical' }]) // => ['plan']
 */
export const textFeatures = (features: readonly Pick<FeatureDefinition, 'name' | 'type'>[]): string[] =>
  features.filter(({ type }) => textual.has(type)).map(({ name }) => name);

/**
 * The pipeline that a feature set's own words amount to, where nobody has said how each is to be done: medians and
 * most frequent values for what is missing, one column a category, standard scaling, no constant columns, and
 * components for 95 % of the variance: of all columns where every feature asks for them, else of the numbers that do.
 *
 * @param features - of the set
 * @example
 * stepsOfFeatureSet([{ name: 'age', type: 'numerical', preprocessing: ['imputation', 'scaling'] }, { name: 'plan', type: 'categorical', preprocessing: ['encoding'] }]) // => [{ step: 'impute', strategy: 'median', columns: ['age'] }, { step: 'encode', method: 'one-hot', columns: ['plan'] }, { step: 'scale', method: 'standard', columns: ['age'] }]
 */
export const stepsOfFeatureSet = (
  features: readonly Pick<FeatureDefinition, 'name' | 'type' | 'preprocessing'>[],
): PreprocessingSteps => {
  const columnsFor = (what: PreprocessingType, isText: boolean): string[] =>
    features
      .filter(({ type, preprocessing }) => preprocessing.includes(what) && textual.has(type) === isText)
      .map(({ name }) => name);
  const steps: PreprocessingSteps = [];
  const add = (columns: string[], make: (columns: string[]) => PreprocessingSteps[number]) => {
    if (columns.length > 0) steps.push(make(columns));
  };
  add(columnsFor('imputation', false), (columns) => ({ step: 'impute', strategy: 'median', columns }));
  add(columnsFor('imputation', true), (columns) => ({ step: 'impute', strategy: 'most-frequent', columns }));
  add(columnsFor('encoding', true), (columns) => ({ step: 'encode', method: 'one-hot', columns }));
  add(columnsFor('scaling', false), (columns) => ({ step: 'scale', method: 'standard', columns }));
  const reduced = columnsFor('dimensionality-reduction', false);
  const isAllReduced = features.every(({ preprocessing }) =>
    preprocessing.includes('dimensionality-reduction'),
  );
  // Selection may take a column away, so none that components name by themselves is put to it.
  const selected = columnsFor('feature-selection', false);
  add(isAllReduced ? selected : selected.filter((name) => !reduced.includes(name)), (columns) => ({
    step: 'select',
    method: 'variance',
    columns,
  }));
  add(reduced, (columns) => ({
    step: 'reduce',
    method: 'pca',
    keep: { varianceShare: 0.95 },
    ...(isAllReduced ? {} : { columns }),
  }));
  return steps;
};

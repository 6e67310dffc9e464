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
 * components for 95 % of the variance.
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
  add(columnsFor('feature-selection', false), (columns) => ({ step: 'select', method: 'variance', columns }));
  // Components are of what selection has left, so they take all columns of numbers that there are by then.
  add(columnsFor('dimensionality-reduction', false), () => ({
    step: 'reduce',
    method: 'pca',
    keep: { varianceShare: 0.95 },
  }));
  return steps;
};

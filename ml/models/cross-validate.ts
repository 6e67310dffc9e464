import { distinctRows } from '../evaluation/distinct-rows.ts';
import { rocAuc } from '../evaluation/roc-auc.ts';
import { type FeatureTable, selectRows } from '../preprocessing/feature-table.ts';
import { fitNormalization, normalize } from '../preprocessing/normalization.ts';
import { seededRandom } from '../random/seeded-random.ts';
import { fitLogisticRegression, linearLogits } from './logistic-regression.ts';
import type { NetworkOptions } from './network-options.ts';
import { personFolds } from './person-folds.ts';
import { readyTfjs } from './tfjs-backend.ts';
import { ensembleLogits, trainEnsemble } from './train-ensemble.ts';

export interface CrossValidationRequest {
  /** Number of folds, ≥ 2. */
  readonly folds: number;
  /** One whole cross-validation for each: the seed decides the folds and the training. */
  readonly seeds: readonly number[];
  readonly network: NetworkOptions;
  /** Told after each fold. */
  readonly onFold?: ((progress: { readonly seed: number; readonly fold: number }) => void) | undefined;
}

export interface SeedResult {
  readonly seed: number;
  /** Mean of the folds' AUCs. */
  readonly networkAuc: number;
  /** Logistic regression (C = 1) on the same folds. */
  readonly logisticRegressionAuc: number;
}

export interface CrossValidation {
  readonly seeds: readonly SeedResult[];
  readonly networkAuc: number;
  readonly logisticRegressionAuc: number;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const evaluateFold = async (
  parts: { readonly train: FeatureTable; readonly test: FeatureTable },
  network: NetworkOptions,
  seed: string,
): Promise<{ networkAuc: number; logisticRegressionAuc: number }> => {
  const collapse = (table: FeatureTable) => {
    const { rows, weights } = distinctRows(table);
    return { ...selectRows(table, rows), weights };
  };
  const train = collapse(parts.train);
  const test = collapse(parts.test);
  const normalization = fitNormalization(train);
  const fitRows = { ...train, values: normalize(train.values, normalization) };
  const testValues = normalize(test.values, normalization);
  const regression = fitLogisticRegression(fitRows, train.featureNames.length, 1);
  const ensemble = await trainEnsemble(fitRows, network, { random: seededRandom(seed) });
  const aucOf = (scores: Float64Array) => rocAuc(test.labels, scores, test.weights);
  return {
    networkAuc: aucOf(ensembleLogits(ensemble, testValues)),
    logisticRegressionAuc: aucOf(linearLogits(regression, testValues)),
  };
};

/**
 * AUC of the network and of logistic regression on persons they were not trained on, folds dealt by person and
 * stratified by label. Imputation and standardisation are fitted in each fold anew.
 *
 * @param table - both labels in at least `folds` persons each
 * @param request - folds, seeds and network
 */
export const crossValidate = async (
  table: FeatureTable,
  request: CrossValidationRequest,
): Promise<CrossValidation> => {
  await readyTfjs();
  const seeds: SeedResult[] = [];
  for (const seed of request.seeds) {
    const foldOf = personFolds(table, request.folds, seededRandom(seed).fork('folds'));
    const rows = [...foldOf.keys()];
    const results: Awaited<ReturnType<typeof evaluateFold>>[] = [];
    for (let fold = 0; fold < request.folds; fold += 1) {
      const train = selectRows(
        table,
        rows.filter((row) => foldOf[row] !== fold),
      );
      const test = selectRows(
        table,
        rows.filter((row) => foldOf[row] === fold),
      );
      results.push(await evaluateFold({ train, test }, request.network, `${seed} fold ${fold}`));
      request.onFold?.({ seed, fold });
    }
    seeds.push({
      seed,
      networkAuc: mean(results.map(({ networkAuc }) => networkAuc)),
      logisticRegressionAuc: mean(results.map(({ logisticRegressionAuc }) => logisticRegressionAuc)),
    });
  }
  return {
    seeds,
    networkAuc: mean(seeds.map(({ networkAuc }) => networkAuc)),
    logisticRegressionAuc: mean(seeds.map(({ logisticRegressionAuc }) => logisticRegressionAuc)),
  };
};

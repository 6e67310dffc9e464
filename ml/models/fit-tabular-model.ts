import { distinctRows } from '../evaluation/distinct-rows.ts';
import { type FeatureTable, selectRows } from '../preprocessing/feature-table.ts';
import { fitNormalization, normalize } from '../preprocessing/normalization.ts';
import { TableError } from '../preprocessing/table-error.ts';
import { seededRandom } from '../random/seeded-random.ts';
import { chooseThreshold } from './choose-threshold.ts';
import { fitLogisticRegression, type LogisticRegression } from './logistic-regression.ts';
import type { NetworkOptions } from './network-options.ts';
import { fitPlattScaling, plattProbabilities } from './platt-scaling.ts';
import { type ScoringParams, scoringParamsSchemaVersion } from './scoring-params.ts';
import { readyTfjs } from './tfjs-backend.ts';
import { type EnsembleControl, type TrainedEnsemble, trainEnsemble } from './train-ensemble.ts';

export interface TabularRequest {
  readonly modelName: string;
  readonly network: NetworkOptions;
  readonly seed: number;
}

/** A model and what was learned on the way, all from training rows. */
export interface TabularModel {
  readonly ensemble: TrainedEnsemble;
  readonly params: ScoringParams;
  /** The baseline: on the same normalised rows, at natural prevalence, C = 1. */
  readonly regression: LogisticRegression;
  readonly trainPersons: number;
  /** Distinct rows. */
  readonly trainRows: number;
}

/**
 * Trains the tabular classifier: copies collapsed, normalisation fitted, an ensemble of networks with balanced
 * classes, then calibration and threshold at natural prevalence on what each member says of the persons that it
 * has not seen. Seeded throughout: the same rows, options and seed give the same model.
 *
 * @param table - training rows, possibly with copies
 * @param request - name, network and seed
 * @param control - progress and resumption
 * @throws {TableError} when there is no row, or one label only
 */
export const fitTabularModel = async (
  table: FeatureTable,
  request: TabularRequest,
  control: Omit<EnsembleControl, 'random'> = {},
): Promise<TabularModel> => {
  if (table.ids.length === 0) throw new TableError('The training data has no row: prepare more data.');
  if (new Set(table.labels).size < 2) {
    throw new TableError(
      `All ${table.ids.length} training rows have the label ${table.labels[0]}: training needs both 0 and 1.`,
    );
  }
  await readyTfjs();
  const { rows, weights } = distinctRows(table);
  const train = selectRows(table, rows);
  const normalization = fitNormalization(train);
  const normalised = { ...train, values: normalize(train.values, normalization), weights };
  const regression = fitLogisticRegression(normalised, train.featureNames.length, 1);
  const random = seededRandom(request.seed).fork('network');
  const ensemble = await trainEnsemble(normalised, request.network, { ...control, random });
  const calibration = fitPlattScaling({ values: ensemble.heldOutLogits, labels: train.labels, weights });
  const probabilities = plattProbabilities(ensemble.heldOutLogits, calibration);
  return {
    ensemble,
    params: {
      schemaVersion: scoringParamsSchemaVersion,
      modelName: request.modelName,
      normalization,
      calibration,
      threshold: chooseThreshold({ labels: train.labels, probabilities, weights }),
    },
    regression,
    trainPersons: new Set(train.ids).size,
    trainRows: train.ids.length,
  };
};

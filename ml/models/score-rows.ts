import { io, type Tensor, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import * as z from 'zod';
import { normalize } from '../preprocessing/normalization.ts';
import { TableError } from '../preprocessing/table-error.ts';
import { plattProbabilities } from './platt-scaling.ts';
import type { SavedNetwork } from './save-network.ts';
import { readScoringParams, type ScoringParams } from './scoring-params.ts';
import { readyTfjs } from './tfjs-backend.ts';

/** The content of a trained model's files. */
export interface SavedTabularModel extends SavedNetwork {
  /** Of `normalization_params.json`. */
  readonly scoringParams: string;
}

export interface TabularScorer {
  readonly params: ScoringParams;
  /**
   * Calibrated probability of label 1 for each row.
   *
   * @param values - raw features, row by row, columns in the order of `params.normalization.featureNames`; NaN is
   *   missing; shape [n × features]
   * @returns 0 … 1, shape [n]
   * @throws {TableError} when the values are not whole rows
   */
  readonly scoreRows: (values: Float64Array) => Float64Array;
  /** Frees the network's memory. */
  readonly dispose: () => void;
}

const WeightsManifest = z.looseObject({
  modelTopology: z.looseObject({}),
  weightsManifest: z.array(z.looseObject({ weights: z.array(z.looseObject({ name: z.string() })) })).min(1),
});

/**
 * Loads a saved model for scoring.
 *
 * @param saved - content of model.json, weights.bin and normalization_params.json
 * @throws {UnsupportedVersionError} when the parameters are of another schema version
 * @throws {ZodError} when a file is broken
 */
export const loadTabularModel = async (saved: SavedTabularModel): Promise<TabularScorer> => {
  const params = readScoringParams(JSON.parse(saved.scoringParams));
  WeightsManifest.parse(JSON.parse(saved.modelJson));
  const { modelTopology, weightsManifest }: io.ModelJSON = JSON.parse(saved.modelJson);
  await readyTfjs();
  const network = await loadLayersModel(
    io.fromMemory({
      modelTopology,
      weightSpecs: weightsManifest.flatMap(({ weights }) => weights),
      weightData: Uint8Array.from(saved.weights).buffer,
    }),
  );
  const width = params.normalization.featureNames.length;
  const scoreRows = (values: Float64Array): Float64Array => {
    if (values.length % width !== 0) {
      throw new TableError(`Rows of ${width} features were expected; got ${values.length} cells.`);
    }
    const rows = values.length / width;
    if (rows === 0) return new Float64Array(0);
    const logits = new Float64Array(rows);
    tidy(() => {
      const x = tensor2d(Float32Array.from(normalize(values, params.normalization)), [rows, width]);
      logits.set((network.predict(x) as Tensor).dataSync());
    });
    return plattProbabilities(logits, params.calibration);
  };
  return { params, scoreRows, dispose: () => network.dispose() };
};

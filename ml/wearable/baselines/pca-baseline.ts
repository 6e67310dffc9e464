import { Matrix } from 'ml-matrix';
import { PCA } from 'ml-pca';
import { type NormalizationParams, normalizeWindows } from '../normalization-params.ts';
import type { Windows } from '../windows.ts';
import type { Baseline } from './baseline.ts';
import { spreadOver } from './spread-over.ts';

/** More windows teach a covariance of 420 numbers little and cost time. */
const mostTrainingWindows = 4000;

const toMatrix = (windows: Windows, params: NormalizationParams): Matrix => {
  const values = normalizeWindows(windows.values, params);
  const width = values.length / Math.max(1, windows.count);
  return Matrix.from1DArray(windows.count, width, values);
};

/**
 * Mean squared error of a window that is rebuilt from its first principal components: what an autoencoder without
 * curves would do.
 *
 * @param train - normal windows, at least two
 * @param params - standardisation of the model that is judged
 * @param components - as many as the network's bottleneck is wide; fewer where the windows have fewer directions
 */
export const fitPcaBaseline = (train: Windows, params: NormalizationParams, components: number): Baseline => {
  const pca = new PCA(toMatrix(spreadOver(train, mostTrainingWindows), params), {
    method: 'covarianceMatrix',
  });
  const nComponents = Math.min(components, pca.getEigenvalues().length);
  return {
    name: 'pca',
    scores: (windows) => {
      if (windows.count === 0) return new Float64Array();
      const input = toMatrix(windows, params);
      const rebuilt = pca.invert(pca.predict(input, { nComponents }));
      const differences = Matrix.sub(input, rebuilt);
      return Float64Array.from(differences.pow(2).mean('row'));
    },
  };
};

import { tensor2d, tidy } from '@tensorflow/tfjs-core';
import { type NetworkShape, networkLogits, parameterTensors } from './wide-deep-network.ts';

const chunkRows = 4096;

/**
 * Log-odds that a network gives each row.
 *
 * @param shape - features and hidden units
 * @param parameters - in the order of `parameterShapes`
 * @param values - normalised, row by row, shape [n × features]
 * @returns shape [n]
 */
export const predictLogits = (
  shape: NetworkShape,
  parameters: readonly Float32Array[],
  values: ArrayLike<number>,
): Float64Array => {
  const rows = values.length / shape.features;
  const cells = Float32Array.from(values);
  const logits = new Float64Array(rows);
  tidy(() => {
    const uploaded = parameterTensors(shape, parameters);
    for (let start = 0; start < rows; start += chunkRows) {
      const end = Math.min(rows, start + chunkRows);
      const chunk = cells.subarray(start * shape.features, end * shape.features);
      // Nothing is returned through tidy, which would search every number of an array for tensors.
      tidy(() => {
        const x = tensor2d(chunk, [end - start, shape.features]);
        logits.set(networkLogits(uploaded, x).dataSync(), start);
      });
    }
  });
  return logits;
};

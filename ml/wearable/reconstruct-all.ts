import type { Engine, Reconstruction } from '../lstm/engine.ts';

/** Windows that an engine is given at once, so that memory does not grow with their number. */
const batchWindows = 128;

/**
 * What an engine makes of any number of windows, batch by batch.
 *
 * @param windows - standardised, shape [n, steps, features]
 */
export const reconstructAll = (engine: Engine, windows: Float32Array): Reconstruction => {
  const size = engine.steps * engine.features;
  const count = windows.length / size;
  const values = new Float32Array(windows.length);
  const latent = new Float32Array(count * engine.encodingDim);
  for (let first = 0; first < count; first += batchWindows) {
    const batch = Math.min(batchWindows, count - first);
    const part = engine.reconstruct(windows.subarray(first * size, (first + batch) * size), batch);
    values.set(part.values, first * size);
    latent.set(part.latent, first * engine.encodingDim);
  }
  return { values, latent };
};

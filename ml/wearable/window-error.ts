import type { Reconstruction } from '../lstm/engine.ts';
import type { ErrorModel } from './error-model.ts';
import { featureErrors } from './feature-errors.ts';

/**
 * How badly each window was rebuilt, as the model measures it.
 *
 * @param windows - standardised, shape [n, steps, features], finite
 * @param reconstruction - what an engine made of the same windows
 * @param model - which number, from `threshold.json`
 * @returns shape [n], ≥ 0, no unit
 */
export const windowErrors = (
  windows: Float32Array,
  reconstruction: Reconstruction,
  model: ErrorModel,
): Float64Array => errorsOf(featureErrors(windows, reconstruction, model), model);

/**
 * Which share of each window's error each feature carries.
 *
 * @param windows - standardised, shape [n, steps, features], finite
 * @param reconstruction - what an engine made of the same windows
 * @param model - which number, from `threshold.json`
 * @returns shape [n, features], each 0 … 1; the shares of a window add up to 1, or to 0 where it has no error
 */
export const featureContributions = (
  windows: Float32Array,
  reconstruction: Reconstruction,
  model: ErrorModel,
): Float64Array => contributionsOf(featureErrors(windows, reconstruction, model), model);

/** What `windowErrors` and `featureContributions` say of the same windows, measured once for both. */
export const errorsAndContributions = (
  windows: Float32Array,
  reconstruction: Reconstruction,
  model: ErrorModel,
): { readonly errors: Float64Array; readonly contributions: Float64Array } => {
  const parts = featureErrors(windows, reconstruction, model);
  return { errors: errorsOf(parts, model), contributions: contributionsOf(parts, model) };
};

const errorsOf = (parts: Float64Array, { features }: ErrorModel): Float64Array => {
  const errors = new Float64Array(parts.length / features);
  for (let part = 0; part < parts.length; part += 1) {
    const window = Math.floor(part / features);
    errors[window] = errors[window]! + parts[part]!;
  }
  // Rounding can leave a squared distance of 0 a hair below it.
  return errors.map((error) => Math.max(0, error));
};

const contributionsOf = (parts: Float64Array, { features }: ErrorModel): Float64Array => {
  const shares = parts.map((part) => Math.max(0, part));
  for (let first = 0; first < shares.length; first += features) {
    let total = 0;
    for (let part = first; part < first + features; part += 1) total += shares[part]!;
    if (total === 0) continue;
    for (let part = first; part < first + features; part += 1) shares[part] = shares[part]! / total;
  }
  return shares;
};

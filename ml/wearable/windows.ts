import { pickRows } from '../preprocessing/pick-rows.ts';
/** Windows of consecutive samples, each of one user and without a gap. */
export interface Windows {
  readonly count: number;
  /** Features in their own units (not standardised), row by row, shape [count, steps, features], finite. */
  readonly values: Float32Array;
  /** Whose window it is, shape [count]. */
  readonly users: readonly string[];
  /** When the first sample was taken, ms since 1970, shape [count]. */
  readonly startsMs: Float64Array;
  /** When the last sample was taken, ms since 1970, shape [count]. */
  readonly endsMs: Float64Array;
  /** `normal`, or what the last of its samples that is not normal is labelled with, shape [count]. */
  readonly labels: readonly string[];
}

/** The label of samples and windows in which nothing is wrong. */
export const normalLabel = 'normal';

/**
 * Some of the windows, in the order asked for.
 *
 * @param windows - to choose from; not mutated
 * @param indices - which, each 0 … count − 1
 */
export const selectWindows = (windows: Windows, indices: readonly number[]): Windows => {
  const windowSize = windows.count === 0 ? 0 : windows.values.length / windows.count;
  return {
    count: indices.length,
    values: pickRows(windows.values, indices, new Float32Array(indices.length * windowSize)),
    users: indices.map((window) => windows.users[window]!),
    startsMs: Float64Array.from(indices, (window) => windows.startsMs[window]!),
    endsMs: Float64Array.from(indices, (window) => windows.endsMs[window]!),
    labels: indices.map((window) => windows.labels[window]!),
  };
};

/** The numbers of the windows in which every sample is labelled normal. */
export const normalWindows = ({ labels }: Windows): number[] =>
  labels.flatMap((label, window) => (label === normalLabel ? [window] : []));

/**
 * Windows of several users after one another.
 *
 * @param parts - windows of the same steps and features
 */
export const joinWindows = (parts: readonly Windows[]): Windows => {
  const values = new Float32Array(parts.reduce((cells, part) => cells + part.values.length, 0));
  let at = 0;
  for (const part of parts) {
    values.set(part.values, at);
    at += part.values.length;
  }
  return {
    count: parts.reduce((count, part) => count + part.count, 0),
    values,
    users: parts.flatMap((part) => part.users),
    startsMs: Float64Array.from(parts.flatMap((part) => [...part.startsMs])),
    endsMs: Float64Array.from(parts.flatMap((part) => [...part.endsMs])),
    labels: parts.flatMap((part) => part.labels),
  };
};

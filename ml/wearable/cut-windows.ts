import type { FeatureRows } from './feature-row.ts';
import type { WearableModelSettings } from './model-settings.ts';
import { normalLabel, type Windows } from './windows.ts';

export type WindowCut = Pick<
  WearableModelSettings,
  'featureNames' | 'stepsPerWindow' | 'strideSteps' | 'maxGapSeconds'
>;

/** Whose rows are cut, and what they are labelled with. */
export interface RowsOwner {
  readonly user: string;
  /** One a row; all are normal when left out. */
  readonly labels?: readonly string[];
}

/** For each row, how many complete rows end there with no gap between them. */
const runLengths = ({ timestampsMs, values }: FeatureRows, width: number, maxGapMs: number): Uint32Array => {
  const lengths = new Uint32Array(timestampsMs.length);
  for (let row = 0; row < lengths.length; row += 1) {
    let isComplete = true;
    for (let cell = row * width; cell < (row + 1) * width; cell += 1) {
      if (!Number.isFinite(values[cell])) isComplete = false;
    }
    if (!isComplete) continue;
    const sincePrevious = row === 0 ? Number.NaN : timestampsMs[row]! - timestampsMs[row - 1]!;
    lengths[row] = sincePrevious >= 0 && sincePrevious <= maxGapMs ? lengths[row - 1]! + 1 : 1;
  }
  return lengths;
};

/** The last label that is not normal. */
const labelOf = (labels: readonly string[] | undefined, first: number, end: number): string =>
  labels?.slice(first, end).findLast((label) => label !== normalLabel) ?? normalLabel;

/**
 * Cuts the rows of one user into windows of consecutive samples. No window holds a missing value or a silence that
 * is longer than the settings allow; within each unbroken stretch a window starts every `strideSteps` samples.
 *
 * @param rows - of one user, ascending in time
 * @param cut - how long, how far apart
 * @param owner - whose, and the rows' labels
 * @returns windows ascending in time, perhaps none
 */
export const cutWindows = (rows: FeatureRows, cut: WindowCut, { user, labels }: RowsOwner): Windows => {
  const { stepsPerWindow, strideSteps } = cut;
  const width = cut.featureNames.length;
  const ends: number[] = [];
  runLengths(rows, width, cut.maxGapSeconds * 1000).forEach((length, row) => {
    if (length >= stepsPerWindow && (length - stepsPerWindow) % strideSteps === 0) ends.push(row);
  });
  const values = new Float32Array(ends.length * stepsPerWindow * width);
  const firsts = ends.map((end) => end - stepsPerWindow + 1);
  firsts.forEach((first, window) => {
    const cells = rows.values.subarray(first * width, (first + stepsPerWindow) * width);
    values.set(cells, window * stepsPerWindow * width);
  });
  return {
    count: ends.length,
    values,
    users: ends.map(() => user),
    startsMs: Float64Array.from(firsts, (row) => rows.timestampsMs[row]!),
    endsMs: Float64Array.from(ends, (row) => rows.timestampsMs[row]!),
    labels: firsts.map((first) => labelOf(labels, first, first + stepsPerWindow)),
  };
};

/**
 * Where windows end that can be cut: for each row the window of the samples up to and with it.
 *
 * @param rows - of one user and device, ascending in time
 * @param cut - how long a window is and which gap ends it; the stride is left out of account
 * @returns one a row, shape [steps, features]; undefined where there are too few samples, or a gap
 */
export const windowsEndingAt = (rows: FeatureRows, cut: WindowCut): (Float32Array | undefined)[] => {
  const { stepsPerWindow } = cut;
  const width = cut.featureNames.length;
  return Array.from(runLengths(rows, width, cut.maxGapSeconds * 1000), (length, row) =>
    length < stepsPerWindow
      ? undefined
      : rows.values.slice((row - stepsPerWindow + 1) * width, (row + 1) * width),
  );
};

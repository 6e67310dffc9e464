import type { DayClock } from '../time/utc-clock.ts';
import { windowsEndingAt } from './cut-windows.ts';
import { type CounterName, cumulativeColumns, differenceColumns } from './difference-counters.ts';
import { featureRows } from './feature-row.ts';
import { type HealthSample, measuredFeatureNames } from './health-sample.ts';
import type { WearableModelSettings } from './model-settings.ts';

/**
 * The windows that end with samples of a series, each made of that sample and as many before it as a window holds,
 * and of nothing else: what is before, behind or beside them changes no bit of it.
 *
 * Neighbours share nearly all of their rows, so a row is made once for all windows. That is the same because a
 * row depends on earlier samples only through values that are carried forward, and through a counter's reading
 * before; a window whose first row would need one from before its context has none, and is no window.
 *
 * @param series - of one user and device, ascending in time, each moment once
 * @param settings - of the model
 * @param clock - of the user's time zone
 * @returns a function of an index into the series: features in their own units, shape [steps, features]; undefined
 *   where samples are too few, silent too long or without a value
 * @throws {RangeError} from that function, when the settings name an unknown feature
 */
export const makeWindowsAt = (
  series: readonly HealthSample[],
  settings: WearableModelSettings,
  clock: DayClock,
): ((index: number) => Float32Array | undefined) => {
  const { stepsPerWindow, maxGapSeconds, featureNames } = settings;
  const measured = measuredFeatureNames.filter((name) => featureNames.includes(name));
  const shared = new Map<string, readonly (Float32Array | undefined)[]>();

  const windowsWith = (counters: readonly CounterName[]) => {
    const key = counters.join();
    const known = shared.get(key);
    if (known !== undefined) return known;
    const samples = differenceColumns(series, counters, maxGapSeconds);
    const made = windowsEndingAt(featureRows(samples, settings, clock), settings);
    shared.set(key, made);
    return made;
  };

  return (index) => {
    const first = index - stepsPerWindow + 1;
    if (first < 0) return undefined;
    const start = Math.max(0, first - 1);
    const counters = cumulativeColumns(series.slice(start, index + 1));
    const isMeasuredAt = (at: number, name: (typeof measured)[number]) => series[at]?.[name] !== undefined;
    // Amounts are differences of two readings; all else may be carried forward.
    const isSelfContained = measured.every((name) =>
      counters.some((counter) => counter === name)
        ? start < first && isMeasuredAt(start, name) && isMeasuredAt(first, name)
        : isMeasuredAt(start, name) || isMeasuredAt(first, name),
    );
    return isSelfContained ? windowsWith(counters)[index] : undefined;
  };
};

import { quantileOfSorted } from '../stats/quantile.ts';
import type { WindowShape } from './error-model.ts';
import { errorStatistics, type StatisticsKind } from './error-statistics.ts';
import type { FittedGaussian } from './fit-gaussian.ts';
import type { WearableModelSettings } from './model-settings.ts';
import { newcomerDistances } from './newcomer-distances.ts';
import type { Reconstructed } from './reconstructed.ts';
import { regimeOf, windowMeans } from './regimes.ts';
import { fitUsual } from './usual-windows.ts';

/** The feature that tells how much a person moves. */
const movementFeature = 'steps';
/** Above the least mean by more than this (standardised) somebody moves. */
const movementFloor = 0.005;
/** Of the windows in which somebody moves: a little, more, much. */
const movingShares = [1 / 3, 2 / 3];
/** A regime with fewer normal windows has too little to say what is usual in it. */
const leastWindows = 100;
/** How much of each regime's covariance is that of all: few people are seen in each. */
const commonShare = 0.35;

/** What is usual for each extent of movement; a part of the error model. */
interface Regimes {
  readonly regimeFeature?: number;
  readonly bounds: number[];
  readonly regimes: FittedGaussian[];
}

/** Stillness, then thirds of what is not still; fewer where movement is rare. */
const drawBounds = (means: Float64Array): number[] => {
  const sorted = means.slice().sort();
  const still = sorted[0]! + movementFloor;
  const moving = sorted.filter((mean) => mean > still);
  if (moving.length < leastWindows || sorted.length - moving.length < leastWindows) return [];
  if (moving.length < leastWindows * 3) return [still];
  return [still, ...movingShares.map((share) => quantileOfSorted(moving, share))];
};

/**
 * Learns what normal windows' differences look like, for each extent of movement. A distance of 1 is what somebody
 * shows who was not learned from: few people are seen running, and the next one who runs differs more from them than
 * a sleeper does from the many seen asleep.
 *
 * @param kind - of the error
 * @param rebuilt - normal windows, standardised, shape [n, steps, features], n ≥ 1, what the network made of them, and
 *   whose they are
 * @param model - shape of a window, and the settings that name the features
 */
export const fitRegimes = (
  kind: StatisticsKind,
  rebuilt: Reconstructed,
  { shape, settings }: { readonly shape: WindowShape; readonly settings: WearableModelSettings },
): Regimes => {
  const statistics = errorStatistics(kind, rebuilt, shape);
  const { windows, people } = rebuilt;
  const regimeFeature = settings.featureNames.indexOf(movementFeature);
  const means = regimeFeature < 0 ? new Float64Array() : windowMeans(windows, shape, regimeFeature);
  const bounds = means.length === 0 ? [] : drawBounds(means);
  const groupOf = new Int32Array(statistics.values.length / statistics.size).map((_, window) =>
    bounds.length === 0 ? 0 : regimeOf(means[window]!, bounds),
  );
  const grouped = { ...statistics, groupOf, groups: bounds.length + 1 };
  const units = people === undefined ? undefined : newcomerDistances(grouped, people, commonShare);
  // In these units a distance is 1 where it is a newcomer's.
  const regimes = (fitUsual(grouped, commonShare) ?? []).map(({ means: centre, precision }, regime) => ({
    means: centre,
    precision: precision.map((cell) => cell / (units?.[regime] ?? 1)),
  }));
  return bounds.length === 0 ? { bounds, regimes } : { regimeFeature, bounds, regimes };
};

import type { Reconstruction } from '../lstm/engine.ts';
import { quantileOfSorted } from '../stats/quantile.ts';
import type { ErrorModel, WindowShape } from './error-model.ts';
import { errorStatistics } from './error-statistics.ts';
import { fitGaussians } from './fit-gaussian.ts';
import type { WearableModelSettings } from './model-settings.ts';
import { regimeOf, windowMeans } from './regimes.ts';

/** The feature that tells how much a person moves. */
const movementFeature = 'steps';
/** Above the least mean by more than this (standardised) somebody moves. */
const movementFloor = 0.005;
/** Of the windows in which somebody moves: a little, more, much. */
const movingShares = [1 / 3, 2 / 3];
/** A regime with fewer normal windows has too little to say what is usual in it. */
const leastWindows = 100;
/** How much of each regime's covariance is that of all: few people are seen in each. */
const commonShare = 0.2;

type Regimes = Pick<Extract<ErrorModel, { kind: 'profile' }>, 'regimeFeature' | 'bounds' | 'regimes'>;

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
 * Learns what normal windows' differences look like, for each extent of movement.
 *
 * @param kind - of the error
 * @param rebuilt - normal windows, standardised, shape [n, steps, features], n ≥ 1, and what the network made of them
 * @param model - shape of a window, and the settings that name the features
 */
export const fitRegimes = (
  kind: 'profile' | 'combined',
  rebuilt: { readonly windows: Float32Array; readonly reconstruction: Reconstruction },
  { shape, settings }: { readonly shape: WindowShape; readonly settings: WearableModelSettings },
): Regimes => {
  const { values: statistics, size } = errorStatistics(kind, rebuilt, shape);
  const { windows } = rebuilt;
  const regimeFeature = settings.featureNames.indexOf(movementFeature);
  const means = regimeFeature < 0 ? new Float64Array() : windowMeans(windows, shape, regimeFeature);
  const bounds = means.length === 0 ? [] : drawBounds(means);
  if (bounds.length === 0) return { bounds, regimes: fitGaussians([statistics], size, 0) };
  const groups = Array.from({ length: bounds.length + 1 }, (_, regime) =>
    statistics.filter((_statistic, at) => regimeOf(means[Math.floor(at / size)]!, bounds) === regime),
  );
  return { regimeFeature, bounds, regimes: fitGaussians(groups, size, commonShare) };
};

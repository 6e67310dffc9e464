import type { DayClock } from '../../ml/time/utc-clock.ts';
import { differenceCounters } from '../../ml/wearable/difference-counters.ts';
import { hasPace } from '../../ml/wearable/has-pace.ts';
import type { HealthSample } from '../../ml/wearable/health-sample.ts';
import { defaultModelSettings, type WearableModelSettings } from '../../ml/wearable/model-settings.ts';
import { makeWindowsAt } from '../../ml/wearable/windows-at.ts';
import type { SampleScore } from '../shared/ports/health-metrics.ts';
import type { LiveModel } from '../shared/ports/wearable-models.ts';
import { ruleVerdict } from './rule-verdict.ts';
import { type ScoredWindows, scoreWindows } from './score-windows.ts';

/** A sample to be scored. */
export interface ScoringTarget {
  readonly sample: HealthSample & { readonly activityState?: string | undefined };
  /** The device's samples in order of time, this one at `index`; the same list for all targets that are in it. */
  readonly series: readonly HealthSample[];
  readonly index: number;
}

export interface ScoringSettings {
  /** Absent for a person who keeps their data out of machine learning: rules judge alone. */
  readonly model: LiveModel | undefined;
  /** By how much this person's threshold is raised, ≥ 1. */
  readonly personalFactor: number;
  readonly zone: DayClock;
}

/** Samples look back so far for what a person is doing; a heart follows steps within it. */
const activityMs = 300_000;

/**
 * Scores each sample from itself and what came before it, and from nothing else: the same sample in the same
 * context has the same score, whatever it was sent with.
 *
 * @returns one score a target, in order
 */
export const scoreSamples = (
  targets: readonly ScoringTarget[],
  { model, personalFactor, zone }: ScoringSettings,
): ScoredWindows => {
  const windows =
    model === undefined ? targets.map(() => undefined) : windowsOf(targets, model.settings, zone);
  const found = windows.filter((window) => window !== undefined);
  const judged =
    model === undefined ? { scores: [], errorRatios: [] } : scoreWindows(model, found, personalFactor);
  const fromModel = judged.scores.values();
  const scores = targets.map((target, index): SampleScore => {
    const score = windows[index] === undefined ? undefined : fromModel.next().value;
    return score ?? byRules(target, model);
  });
  return { scores, errorRatios: judged.errorRatios };
};

/** The windows that end with samples; none where they are too few, silent too long or at another pace. */
const windowsOf = (
  targets: readonly ScoringTarget[],
  settings: WearableModelSettings,
  zone: DayClock,
): readonly (Float32Array | undefined)[] => {
  const windowsAt = new Map(
    [...new Set(targets.map(({ series }) => series))].map((series) => [
      series,
      makeWindowsAt(series, settings, zone),
    ]),
  );
  return targets.map(({ series, index }) => {
    const first = Math.max(0, index - settings.stepsPerWindow + 1);
    if (!hasPace(series, { first, last: index }, settings.sampleIntervalSeconds)) return undefined;
    return windowsAt.get(series)?.(index);
  });
};

const byRules = ({ sample, series, index }: ScoringTarget, model: LiveModel | undefined): SampleScore => {
  const { maxGapSeconds, sampleIntervalSeconds, stepsPerWindow } = model?.settings ?? defaultModelSettings;
  const context = series.slice(Math.max(0, index - stepsPerWindow), index + 1);
  const recent = differenceCounters(context, maxGapSeconds)
    .filter(({ timestampMs }) => timestampMs > sample.timestampMs - activityMs)
    .flatMap(({ steps }) => (steps === undefined ? [] : [steps]));
  const minutes = (recent.length * sampleIntervalSeconds) / 60;
  const counted = recent.reduce((sum, steps) => sum + steps, 0);
  return ruleVerdict(
    {
      heartRate: sample.heartRate,
      activityState: sample.activityState,
      stepsPerMinute: recent.length === 0 ? undefined : counted / minutes,
    },
    model === undefined ? 'opted-out' : 'insufficient-baseline',
  );
};

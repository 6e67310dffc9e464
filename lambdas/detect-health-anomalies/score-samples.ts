import type { DayClock } from '../../ml/time/utc-clock.ts';
import { windowsEndingAt } from '../../ml/wearable/cut-windows.ts';
import { differenceCounters } from '../../ml/wearable/difference-counters.ts';
import { featureRows } from '../../ml/wearable/feature-row.ts';
import type { HealthSample } from '../../ml/wearable/health-sample.ts';
import { defaultModelSettings, type WearableModelSettings } from '../../ml/wearable/model-settings.ts';
import type { SampleScore } from '../shared/ports/health-metrics.ts';
import type { LiveModel } from '../shared/ports/wearable-models.ts';
import { ruleVerdict } from './rule-verdict.ts';
import { type ScoredWindows, scoreWindows } from './score-windows.ts';

/** A sample to be scored. */
export interface ScoringTarget {
  readonly sample: HealthSample & { readonly activityState?: string | undefined };
  /** The device's samples before it, as many as a window holds if there are, in order of time. */
  readonly context: readonly HealthSample[];
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
  const windows = targets.map((target) =>
    model === undefined ? undefined : windowOf(target, model.settings, zone),
  );
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

/** The window that ends with a sample; undefined where samples are too few, silent too long or at another pace. */
const windowOf = (
  { sample, context }: ScoringTarget,
  settings: WearableModelSettings,
  zone: DayClock,
): Float32Array | undefined => {
  const samples = differenceCounters([...context, sample], settings.maxGapSeconds);
  if (!hasPace(samples.slice(-settings.stepsPerWindow), settings.sampleIntervalSeconds)) return undefined;
  return windowsEndingAt(featureRows(samples, settings, zone), settings).at(-1);
};

/** Amounts per interval mean something else at another pace: half to twice the model's, by the median, is its own. */
const hasPace = (samples: readonly HealthSample[], intervalSeconds: number): boolean => {
  const gaps = samples
    .slice(1)
    .map(({ timestampMs }, index) => (timestampMs - (samples[index]?.timestampMs ?? 0)) / 1000)
    .sort((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)];
  return median !== undefined && median >= intervalSeconds / 2 && median <= intervalSeconds * 2;
};

const byRules = ({ sample, context }: ScoringTarget, model: LiveModel | undefined): SampleScore => {
  const { maxGapSeconds, sampleIntervalSeconds } = model?.settings ?? defaultModelSettings;
  const recent = differenceCounters([...context, sample], maxGapSeconds)
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

import type { DayClock } from '../../ml/time/utc-clock.ts';
import { ModelUnavailableError } from '../shared/model-unavailable-error.ts';
import type { SampleScore } from '../shared/ports/health-metrics.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { Judge } from './choose-judge.ts';
import type { GatheredDevice } from './gather-samples.ts';
import { scoreSamples } from './score-samples.ts';

export interface GatheredScores {
  /** By moment, one map for each device; empty where nobody judged. */
  readonly scores: readonly ReadonlyMap<number, SampleScore>[];
  readonly errorRatios: readonly number[];
  /** Why nobody judged. */
  readonly problem: ModelUnavailableError | undefined;
}

/**
 * Scores what there is to score of all devices in one engine call. An engine that fails is as good as none: the
 * samples are not to be lost for it.
 */
export const scoreGathered = (
  devices: readonly GatheredDevice[],
  judging: { readonly judge: Judge; readonly personalFactor: number; readonly zone: DayClock },
  telemetry: Telemetry,
): GatheredScores => {
  const { judge, personalFactor, zone } = judging;
  const nothing = devices.map(() => new Map<number, SampleScore>());
  if (judge.kind === 'nobody') return { scores: nothing, errorRatios: [], problem: judge.problem };
  const targets = devices.flatMap((device) => device.targets);
  try {
    const scored = scoreSamples(targets, { model: judge.model, personalFactor, zone });
    const inOrder = scored.scores.values();
    const scores = devices.map(
      (device) =>
        new Map(
          device.targets.flatMap(({ sample }) => {
            const score = inOrder.next().value;
            return score === undefined ? [] : [[sample.timestampMs, score] as const];
          }),
        ),
    );
    return { scores, errorRatios: scored.errorRatios, problem: undefined };
  } catch (cause) {
    telemetry.count('ModelUnavailable');
    telemetry.error('the engine failed while scoring', cause);
    const problem = new ModelUnavailableError('It failed while scoring.', {}, { cause });
    return { scores: nothing, errorRatios: [], problem };
  }
};

import type { WearableModelSettings } from '../../ml/wearable/model-settings.ts';
import { mapWithLimit } from '../shared/map-with-limit.ts';
import type { Device, HealthMetrics, UnscoredRange, WatchSample } from '../shared/ports/health-metrics.ts';
import type { ScoringTarget } from './score-samples.ts';
import type { MeasuredEntry } from './wear-entry.ts';

/** What a call has to do with one device. */
export interface DeviceWork {
  readonly device: Device;
  /** Metrics of the request, one for each moment. */
  readonly entries: readonly MeasuredEntry[];
  /** Where earlier calls left samples without a score. */
  readonly unscored: readonly UnscoredRange[];
}

/** A device with what is stored around the moments that matter, and what there is to score. */
export interface GatheredDevice extends DeviceWork {
  readonly stored: ReadonlyMap<number, WatchSample>;
  readonly targets: readonly (ScoringTarget & { readonly isStored: boolean })[];
}

const readsAtOnce = 16;

interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Reads, of each stretch of time that a request or an earlier call touches, what is stored there and before it, and
 * finds what is to be scored: what is new, and what was stored without a score.
 */
export const gatherSamples = async (
  metrics: HealthMetrics,
  work: DeviceWork,
  settings: Pick<WearableModelSettings, 'stepsPerWindow' | 'maxGapSeconds'>,
): Promise<GatheredDevice> => {
  const { stepsPerWindow: count, maxGapSeconds } = settings;
  const maxGapMs = maxGapSeconds * 1000;
  const moments = work.entries.map(({ timestampMs }) => timestampMs);
  const stretches = [...stretchesOf(moments, maxGapMs), ...work.unscored];
  const read = await mapWithLimit(stretches, readsAtOnce, ({ fromMs, toMs }) =>
    metrics.read(work.device, { fromMs, toMs, before: { count, sinceMs: fromMs - count * maxGapMs } }),
  );
  const stored = new Map(read.flat().map((sample) => [sample.timestampMs, sample]));
  return { ...work, stored, targets: targetsOf(work, stored) };
};

/** Stretches of moments without a gap that would end a window: each is read on its own. */
const stretchesOf = (momentsMs: readonly number[], maxGapMs: number): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  for (const momentMs of momentsMs.toSorted((a, b) => a - b)) {
    const last = stretches.at(-1);
    if (last === undefined || momentMs - last.toMs > maxGapMs) {
      stretches.push({ fromMs: momentMs, toMs: momentMs });
    } else stretches[stretches.length - 1] = { ...last, toMs: momentMs };
  }
  return stretches;
};

const targetsOf = (
  { entries, unscored }: DeviceWork,
  stored: ReadonlyMap<number, WatchSample>,
): GatheredDevice['targets'] => {
  const fresh = entries.filter(({ timestampMs }) => !stored.has(timestampMs));
  const series = [...stored.values(), ...fresh].sort((a, b) => a.timestampMs - b.timestampMs);
  const requested = new Set(entries.map(({ timestampMs }) => timestampMs));
  const isLeftOver = (moment: number) =>
    unscored.some(({ fromMs, toMs }) => moment >= fromMs && moment <= toMs);
  return series.flatMap((sample, index) => {
    const known = stored.get(sample.timestampMs);
    const isTarget =
      known === undefined ||
      (known.score === undefined && (requested.has(sample.timestampMs) || isLeftOver(sample.timestampMs)));
    return isTarget ? [{ sample, series, index, isStored: known !== undefined }] : [];
  });
};

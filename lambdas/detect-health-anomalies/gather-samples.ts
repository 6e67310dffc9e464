import { mapWithLimit } from '../shared/map-with-limit.ts';
import type { Device, HealthMetrics, UnscoredRange, WatchSample } from '../shared/ports/health-metrics.ts';
import type { DeviceRequest, DeviceWork, Reach, StoredAround } from './device-work.ts';
import type { ScoringTarget } from './score-samples.ts';
import type { MeasuredEntry } from './wear-entry.ts';

/** A device with what is stored around the moments that matter, and what there is to score. */
export interface GatheredDevice extends DeviceRequest {
  readonly stored: ReadonlyMap<number, WatchSample>;
  readonly targets: readonly (ScoringTarget & { readonly isStored: boolean })[];
}

const readsAtOnce = 16;

interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Reads, of each stretch of time that a request touches, what is stored there and before it. */
export const readAround = async (
  metrics: HealthMetrics,
  { device, entries }: DeviceRequest,
  reach: Reach,
): Promise<StoredAround> => {
  const moments = entries.map(({ timestampMs }) => timestampMs);
  const stretches = stretchesOf(moments, reach.maxGapSeconds * 1000);
  return { device, entries, reach, samples: await readStretches(metrics, device, { stretches, reach }) };
};

/**
 * Reads what is stored where earlier calls left something to do, and finds what is to be scored: what is new, and
 * what was stored without a score. Reads anew what the settings look further back for than was read.
 */
export const gatherSamples = async (
  metrics: HealthMetrics,
  { around, unscored }: DeviceWork,
  settings: Reach,
): Promise<GatheredDevice> => {
  const { device, entries, reach } = around;
  const isEnough =
    reach.stepsPerWindow >= settings.stepsPerWindow && reach.maxGapSeconds >= settings.maxGapSeconds;
  const { samples } = isEnough ? around : await readAround(metrics, around, settings);
  const leftOver = await readStretches(metrics, device, { stretches: unscored, reach: settings });
  const stored = new Map([...samples, ...leftOver].map((sample) => [sample.timestampMs, sample]));
  return { device, entries, stored, targets: targetsOf(entries, unscored, stored) };
};

const readStretches = async (
  metrics: HealthMetrics,
  device: Device,
  { stretches, reach }: { readonly stretches: readonly Stretch[]; readonly reach: Reach },
): Promise<readonly WatchSample[]> => {
  const { stepsPerWindow: count, maxGapSeconds } = reach;
  const read = await mapWithLimit(stretches, readsAtOnce, ({ fromMs, toMs }) =>
    metrics.read(device, { fromMs, toMs, before: { count, sinceMs: fromMs - count * maxGapSeconds * 1000 } }),
  );
  return read.flat();
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
  entries: readonly MeasuredEntry[],
  unscored: readonly UnscoredRange[],
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

import { defaultModelSettings, type WearableModelSettings } from '../../ml/wearable/model-settings.ts';
import type { Device, UnscoredRange, WatchSample } from '../shared/ports/health-metrics.ts';
import type { Admission } from './admit-entries.ts';
import type { MeasuredEntry } from './wear-entry.ts';

/** What a request brings of one device. */
export interface DeviceRequest {
  readonly device: Device;
  /** One for each moment. */
  readonly entries: readonly MeasuredEntry[];
}

/** How much before a sample counts for it. */
export type Reach = Pick<WearableModelSettings, 'stepsPerWindow' | 'maxGapSeconds'>;

/** A device's part of a request with what is stored around it, as far as a reach goes. */
export interface StoredAround extends DeviceRequest {
  readonly reach: Reach;
  readonly samples: readonly WatchSample[];
}

/** What a call has to do with one device. */
export interface DeviceWork {
  readonly around: StoredAround;
  /** Where earlier calls left samples without a score. */
  readonly unscored: readonly UnscoredRange[];
}

/** Read while it is not yet known which model judges; none looks further back, or it is read again. */
export const usualReach: Reach = defaultModelSettings;

/** What the request brings, device by device. */
export const requestsOf = (userId: string, { entries }: Admission): readonly DeviceRequest[] => {
  const entriesOf = Map.groupBy(
    entries.map(({ entry }) => entry),
    ({ deviceId }) => deviceId,
  );
  return [...entriesOf].map(([deviceId, ofDevice]) => ({ device: { userId, deviceId }, entries: ofDevice }));
};

/** What is to be done, device by device, by the request and by what earlier calls left. */
export const workOf = (
  userId: string,
  requested: readonly StoredAround[],
  unscored: readonly UnscoredRange[],
): readonly DeviceWork[] => {
  const unscoredOf = Map.groupBy(unscored, ({ deviceId }) => deviceId);
  const ofRequest = requested.map((around) => ({
    around,
    unscored: unscoredOf.get(around.device.deviceId) ?? [],
  }));
  const known = new Set(requested.map(({ device }) => device.deviceId));
  const others = [...unscoredOf].filter(([deviceId]) => !known.has(deviceId));
  return [
    ...ofRequest,
    ...others.map(([deviceId, ranges]) => ({
      around: { device: { userId, deviceId }, entries: [], reach: usualReach, samples: [] },
      unscored: ranges,
    })),
  ];
};

import type { Device, HealthMetrics, WatchSample } from '../../../lambdas/shared/ports/health-metrics.ts';

/** The port in memory, with the same promises as the table. */
export const memoryHealthMetrics = () => {
  const devices = new Map<string, Map<number, WatchSample>>();
  const samplesOf = ({ userId, deviceId }: Device): Map<number, WatchSample> => {
    const key = JSON.stringify([userId, deviceId]);
    const found = devices.get(key) ?? new Map<number, WatchSample>();
    devices.set(key, found);
    return found;
  };
  const inOrder = (device: Device) =>
    [...samplesOf(device).values()].sort((a, b) => a.timestampMs - b.timestampMs);
  const metrics: HealthMetrics = {
    read: async (device, { fromMs, toMs, before = { count: 0, sinceMs: fromMs } }) => {
      const all = inOrder(device);
      const earlier = all.filter(({ timestampMs }) => timestampMs < fromMs && timestampMs >= before.sinceMs);
      const within = all.filter(({ timestampMs }) => timestampMs >= fromMs && timestampMs <= toMs);
      return [...(before.count === 0 ? [] : earlier.slice(-before.count)), ...within];
    },
    put: async (device, samples) => {
      const stored = samplesOf(device);
      for (const sample of samples) {
        if (!stored.has(sample.timestampMs)) stored.set(sample.timestampMs, sample);
      }
      return new Map(stored);
    },
    score: async (device, scores) => {
      const stored = samplesOf(device);
      for (const [moment, score] of scores) {
        const sample = stored.get(moment);
        if (sample !== undefined) stored.set(moment, { ...sample, score: sample.score ?? score });
      }
    },
    unscored: async (userId) =>
      [...devices].flatMap(([key, samples]) => {
        const [user, deviceId] = JSON.parse(key);
        return [...samples.values()]
          .filter(({ score }) => user === userId && score === undefined)
          .map(({ timestampMs }) => ({ deviceId, fromMs: timestampMs, toMs: timestampMs }));
      }),
  };
  const all = () => [...devices.values()].flatMap((samples) => [...samples.values()]);
  return { metrics, all };
};

import type { Device, WatchSample } from './health-metrics.ts';

/** What watches measured, for people to look at. */
export interface HealthHistory {
  /** Names of a person's devices, in no order. */
  devices(userId: string): Promise<readonly string[]>;
  /** A device's newest samples of a range, both ends included, newest first. */
  newest(
    device: Device,
    range: { readonly fromMs: number; readonly toMs: number; readonly limit: number },
  ): Promise<readonly WatchSample[]>;
  /** Whether samples still wait for a score. */
  isAwaitingScores(userId: string): Promise<boolean>;
}

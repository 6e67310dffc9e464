import type { HealthSample } from '../../../ml/wearable/health-sample.ts';
import type { Device } from './health-metrics.ts';
import type { TimeRange } from './personal-sources.ts';

/** What watches measured over long stretches. */
export interface WatchHistory {
  devices(userId: string): Promise<readonly string[]>;
  /** A text that changes whenever a sample of the range comes; empty where there is none. */
  version(device: Device, range: TimeRange): Promise<string>;
  /** In order of time. */
  read(device: Device, range: TimeRange): Promise<readonly HealthSample[]>;
}

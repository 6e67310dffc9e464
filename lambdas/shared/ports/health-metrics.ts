import type { HealthSample } from '../../../ml/wearable/health-sample.ts';

/** One device of one person. */
export interface Device {
  readonly userId: string;
  readonly deviceId: string;
}

/** How a sample was judged. */
export interface SampleScore {
  /** 0 … below 1. */
  readonly anomalyScore: number;
  /** `rules`: physiological bounds, where the model had too little context. */
  readonly source: 'model' | 'rules';
  /** Codes and sentences; empty where there is nothing to say. */
  readonly reasons: readonly string[];
  /** Share of the error per signal; empty where nothing is unusual. */
  readonly contributions: Readonly<Record<string, number>>;
  readonly modelVersion?: string | undefined;
}

/** What one device measured at one moment, and what was made of it. */
export interface WatchSample extends HealthSample {
  /** Percent. */
  readonly batteryLevel?: number | undefined;
  /** What the watch calls it. */
  readonly activityState?: string | undefined;
  /** What the watch itself found; kept, and not relied on. */
  readonly watchVerdict?: Readonly<Record<string, string | number | boolean>> | undefined;
  /** Absent while no model could be read. */
  readonly score?: SampleScore | undefined;
  /** When it came, milliseconds since 1970 UTC. */
  readonly receivedAtMs: number;
  /** Stands for the call that wrote it. */
  readonly writer: string;
}

export interface SampleRange {
  readonly fromMs: number;
  readonly toMs: number;
  /** Also so many samples before `fromMs`, unless they are older than `sinceMs`. */
  readonly before?: { readonly count: number; readonly sinceMs: number };
}

/** What watches measured, once per person, device and moment. Readers see every write that was answered. */
export interface HealthMetrics {
  /** A device's samples of a range, both ends included, in order of time. */
  read(device: Device, range: SampleRange): Promise<readonly WatchSample[]>;
  /**
   * Stores samples where their moments are free; the first write of a moment stays.
   *
   * @param samples - of one device, each moment once
   * @returns what is stored at each moment now; none where the device measures too often to store it all
   */
  put(device: Device, samples: readonly WatchSample[]): Promise<ReadonlyMap<number, WatchSample>>;
  /** Gives stored samples their scores, by moment; a score that is there stays. */
  score(device: Device, scores: ReadonlyMap<number, SampleScore>): Promise<void>;
  /** Where samples without a score are, some of the places if they are many; the newest may be missing for a second. */
  unscored(userId: string): Promise<readonly UnscoredRange[]>;
}

/** A stretch of one device's time in which samples have no score yet. */
export interface UnscoredRange {
  readonly deviceId: string;
  readonly fromMs: number;
  readonly toMs: number;
}

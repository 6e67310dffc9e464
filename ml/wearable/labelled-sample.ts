import type { HealthSample } from './health-sample.ts';

/** A sample of which it is known whether something is wrong: `normal`, or the kind of the anomaly. */
export interface LabelledSample extends HealthSample {
  readonly label: string;
}

/** Whose samples these are; each user's ascending in time. */
export type SamplesByUser = ReadonlyMap<string, readonly LabelledSample[]>;

import type { Random } from '../../random/seeded-random.ts';
import type { ActivityKind } from './activity.ts';
import type { Wearer } from './wearer.ts';

/** What can be wrong, and the label that it gets. */
export const anomalyKinds = [
  'tachycardia-at-rest',
  'bradycardia-at-rest',
  'sudden-change',
  'sensor-dropout',
  'stuck-sensor',
  'rate-out-of-step',
  'slow-drift',
] as const;

export type AnomalyKind = (typeof anomalyKinds)[number];

/** What is wrong during some samples of a session. */
export interface Disturbance {
  readonly label: string;
  /** What the person does meanwhile; as it comes when left out. */
  readonly activity?: ActivityKind;
  /** Share of the heart's usual answer to effort that is left. @default 1 */
  readonly effortAnswer?: number;
  /** Added to the rate that the heart heads for, beats/min, after so many seconds. @default 0 */
  readonly pullBpm?: (seconds: number) => number;
  /** What the sensor makes of the true rate; undefined is no reading. @default the rate */
  readonly read?: SensorReading;
}

/** @returns beats/min, or undefined where there is no reading */
type SensorReading = (trueBpm: number) => number | undefined;

/** Of drifts that take this long, s. */
const driftSeconds = 600;

/** A rate that is far too low stays a heart's: the slowest is some 32 beats/min. */
const slowestBpm = 33;

const dropout = (random: Random): SensorReading => {
  // Contact comes and goes: silences of 20 to 50 s, between them a few poor readings.
  let left = 0;
  let isSilent = false;
  return (trueBpm) => {
    if (left === 0) {
      isSilent = !isSilent;
      left = isSilent ? 4 + random.int(7) : 1 + random.int(3);
    }
    left -= 1;
    return isSilent ? undefined : trueBpm + 14 * random.normal();
  };
};

const stuck = (): SensorReading => {
  let first: number | undefined;
  return (trueBpm) => {
    first ??= trueBpm;
    return first;
  };
};

/**
 * Something wrong, its size drawn by chance.
 *
 * @param kind - of the anomaly; also its label
 * @param wearer - whose heart it is
 * @param random - decides size and details
 */
export const drawDisturbance = (kind: AnomalyKind, wearer: Wearer, random: Random): Disturbance => {
  const between = (low: number, high: number) => low + (high - low) * random.next();
  const label = kind;
  switch (kind) {
    case 'tachycardia-at-rest': {
      const pull = between(38, 70);
      return { label, activity: 'still', pullBpm: () => pull };
    }
    case 'bradycardia-at-rest': {
      const pull = -Math.min(between(20, 30), wearer.restingBpm - slowestBpm);
      return { label, activity: 'still', pullBpm: () => pull };
    }
    case 'sudden-change': {
      // As atrial fibrillation begins: at once, and irregular.
      const jump = between(24, 45);
      return { label, activity: 'still', read: (trueBpm) => trueBpm + jump + 7 * random.normal() };
    }
    case 'sensor-dropout':
      return { label, read: dropout(random) };
    case 'stuck-sensor':
      return { label, read: stuck() };
    case 'rate-out-of-step':
      return {
        label,
        activity: random.bernoulli(0.5) ? 'walking' : 'running',
        effortAnswer: between(0, 0.1),
      };
    case 'slow-drift': {
      const pull = between(25, 40);
      const pullBpm = (seconds: number) => (pull * Math.min(seconds, driftSeconds)) / driftSeconds;
      return { label, activity: 'still', pullBpm };
    }
  }
};

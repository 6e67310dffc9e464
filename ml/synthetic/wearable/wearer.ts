import type { Random } from '../../random/seeded-random.ts';

/** A person who never lived, as far as a watch can tell. */
export interface Wearer {
  readonly userId: string;
  /** Awake and still, beats/min. */
  readonly restingBpm: number;
  /** By how much sleep lowers it, beats/min. */
  readonly sleepDipBpm: number;
  /** Swing of the resting rate through the day, beats/min; highest in the late afternoon. */
  readonly circadianBpm: number;
  readonly maximumBpm: number;
  /** How strongly effort raises the heart: 1 on average, less in the fit. */
  readonly effortGain: number;
  /** Time constants of the heart's answer to more and to less effort, s. */
  readonly riseSeconds: number;
  readonly recoverySeconds: number;
  /** Spread of single readings, beats/min. */
  readonly noiseBpm: number;
  readonly strideMetres: number;
  readonly weightKg: number;
  /** Local hours. */
  readonly wakeHour: number;
  readonly sleepHour: number;
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/**
 * Draws a person: resting rates of healthy adults (Nanchen 2018: 60 to 80 for most), a nightly dip of 15 to 20 %,
 * a maximum of 208 − 0.7 × age (Tanaka et al. 2001).
 *
 * @param random - decides everything about the person
 */
export const drawWearer = (userId: string, random: Random): Wearer => {
  const between = (low: number, high: number) => low + (high - low) * random.next();
  const restingBpm = clamp(66 + 6 * random.normal(), 56, 80);
  return {
    userId,
    restingBpm,
    sleepDipBpm: restingBpm * between(0.14, 0.2),
    circadianBpm: between(1.5, 3.5),
    maximumBpm: 208 - 0.7 * between(20, 60),
    effortGain: between(0.85, 1.15),
    riseSeconds: between(25, 40),
    recoverySeconds: between(45, 80),
    noiseBpm: between(0.9, 1.6),
    strideMetres: between(0.62, 0.78),
    weightKg: between(52, 95),
    wakeHour: between(6, 7.5),
    sleepHour: between(22.5, 23.8),
  };
};

/**
 * Whether a person sleeps at a local hour, 0 to 24.
 *
 * @example
 * isAsleep({ wakeHour: 7, sleepHour: 23 }, 3) // => true
 * isAsleep({ wakeHour: 7, sleepHour: 23 }, 12) // => false
 */
export const isAsleep = ({ wakeHour, sleepHour }: Pick<Wearer, 'wakeHour' | 'sleepHour'>, hour: number) =>
  hour < wakeHour || hour >= sleepHour;

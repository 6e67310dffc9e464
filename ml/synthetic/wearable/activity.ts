import type { Random } from '../../random/seeded-random.ts';

/** What a body does for a while. */
export type ActivityKind = 'asleep' | 'still' | 'pottering' | 'walking' | 'running';

export interface Bout {
  readonly kind: ActivityKind;
  /** Steps/min while it lasts. */
  readonly cadence: number;
  /** Share of the heart's reserve that it takes, 0 … 1. */
  readonly effort: number;
  /** Energy as a multiple of rest. */
  readonly met: number;
  readonly seconds: number;
}

interface BoutShape {
  /** How often it is chosen, among 1. */
  readonly weight: number;
  readonly cadence: readonly [number, number];
  readonly effort: readonly [number, number];
  readonly met: number;
  readonly meanSeconds: number;
}

/** Cadences of Tudor-Locke et al. 2018, energy of the Compendium of Physical Activities (Ainsworth et al. 2011). */
const shapes: Readonly<Record<Exclude<ActivityKind, 'asleep'>, BoutShape>> = {
  still: { weight: 0.5, cadence: [0, 0], effort: [0, 0.02], met: 1.3, meanSeconds: 480 },
  pottering: { weight: 0.2, cadence: [12, 40], effort: [0.06, 0.12], met: 2, meanSeconds: 240 },
  walking: { weight: 0.18, cadence: [95, 118], effort: [0.22, 0.32], met: 3.5, meanSeconds: 360 },
  running: { weight: 0.12, cadence: [150, 172], effort: [0.58, 0.75], met: 9, meanSeconds: 480 },
};

const chooseKind = (random: Random): Exclude<ActivityKind, 'asleep'> => {
  const drawn = random.next();
  if (drawn < shapes.still.weight) return 'still';
  if (drawn < shapes.still.weight + shapes.pottering.weight) return 'pottering';
  return drawn < 1 - shapes.running.weight ? 'walking' : 'running';
};

/** @param kind - what to do; chosen by chance when left out */
export const drawBout = (random: Random, kind?: ActivityKind): Bout => {
  if (kind === 'asleep') return { kind, cadence: 0, effort: 0, met: 0.95, seconds: 600 };
  const chosen = kind ?? chooseKind(random);
  const { cadence, effort, met, meanSeconds } = shapes[chosen];
  const within = ([low, high]: readonly [number, number]) => low + (high - low) * random.next();
  return {
    kind: chosen,
    cadence: within(cadence),
    effort: within(effort),
    met,
    // Not shorter than a minute; an exponential would make most bouts too short to be any.
    seconds: 60 - Math.log(1 - random.next()) * (meanSeconds - 60),
  };
};

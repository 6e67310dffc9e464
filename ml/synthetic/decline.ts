import type { Random } from '../random/seeded-random.ts';

/** An episode in which despair builds up and passes, as a triangle over dates. */
export interface Decline {
  /** Dates since it began. */
  readonly date: number;
  readonly risingDates: number;
  readonly fallingDates: number;
  /** Despair at the peak, standard deviations of the average person. */
  readonly height: number;
}

const beginsPerDate = 1 / 250;

/** Despair that an episode adds on its present date, ≥ 0. */
export const declineAt = (decline: Decline | undefined): number => {
  if (decline === undefined) return 0;
  const { date, risingDates, fallingDates, height } = decline;
  const share = date <= risingDates ? date / risingDates : 1 - (date - risingDates) / fallingDates;
  return height * Math.max(share, 0);
};

/** The episode on the next date: one date further, over, or newly begun by chance. */
export const drawDecline = (decline: Decline | undefined, random: Random): Decline | undefined => {
  if (decline !== undefined) {
    const over = decline.date >= decline.risingDates + decline.fallingDates;
    return over ? undefined : { ...decline, date: decline.date + 1 };
  }
  if (!random.bernoulli(beginsPerDate)) return undefined;
  return {
    date: 1,
    risingDates: 20 + random.int(15),
    fallingDates: 20 + random.int(15),
    height: 0.7 + 0.8 * random.next(),
  };
};

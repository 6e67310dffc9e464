/** What a date feels like: the sums that mood, words, habits and risk depend on. */
export interface Feeling {
  /** Hopelessness, standard deviations from the average person on an average date. */
  readonly despair: number;
  /** Loneliness, in the same unit. */
  readonly isolation: number;
  /** From withdrawn (negative) to agitated (positive), in the same unit. */
  readonly activation: number;
}

/**
 * What is left of, or comes on top of, somebody's usual amount of writing: withdrawal takes from it and agitation
 * adds to it, evenly.
 *
 * @returns factor, 0.05–2.3, 1 at an average activation
 * @example
 * livelinessOf({ despair: 0, isolation: 0, activation: 2 }) // => 1.4
 * livelinessOf({ despair: 0, isolation: 0, activation: -9 }) // => 0.05
 */
export const livelinessOf = ({ activation }: Feeling): number =>
  Math.min(Math.max(1 + 0.2 * activation, 0.05), 2.3);

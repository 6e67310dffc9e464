import type { Random } from '../../random/seeded-random.ts';

const spread = 0.45;

/** Stars that a session gets: whole, 1 … 5, around how content the customer is. */
export const drawStars = (content: number, random: Random): number =>
  Math.min(5, Math.max(1, Math.round(content + spread * random.normal())));

/**
 * The probability of so many stars or more, of `drawStars`.
 *
 * The normal distribution by the logistic curve of Bowling et al. 2009 (error below 0.00015).
 *
 * @param stars - whole, 2 … 5
 */
export const chanceOfStars = (stars: number, content: number): number => {
  const z = (content - (stars - 0.5)) / spread;
  return 1 / (1 + Math.exp(-(0.07056 * z ** 3 + 1.5976 * z)));
};

/** The mean of `drawStars`, 1 … 5. */
export const expectedStars = (content: number): number =>
  [2, 3, 4, 5].reduce((sum, stars) => sum + chanceOfStars(stars, content), 1);

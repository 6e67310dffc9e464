import type { Random } from '../random/seeded-random.ts';

/** Rows that belong to persons, each row with its weight. */
export interface PersonRows {
  /** Whose row it is, shape [n]. */
  readonly persons: readonly string[];
  /** ≥ 0, shape [n]. */
  readonly weights: ArrayLike<number>;
}

/**
 * Draws as many persons as there are, with replacement, again and again, and gives each row its weight times the
 * number of times its person was drawn.
 *
 * Persons and not rows, since the rows of one person are alike: resampling rows would make intervals too narrow
 * (Field & Welsh 2007, cluster bootstrap). The yielded array is used again for the next resample.
 *
 * @param rows - person and weight of each row
 * @param resamples - how many, ≥ 1
 * @param random - decides the draws
 */
export function* resamplePersons(
  rows: PersonRows,
  resamples: number,
  random: Random,
): Generator<Float64Array, void, void> {
  const numbers = new Map<string, number>();
  const personOf = Uint32Array.from(rows.persons, (person) => {
    const known = numbers.get(person);
    if (known !== undefined) return known;
    numbers.set(person, numbers.size);
    return numbers.size - 1;
  });
  const draws = new Uint32Array(numbers.size);
  const weights = new Float64Array(personOf.length);
  for (let resample = 0; resample < resamples; resample += 1) {
    draws.fill(0);
    for (let draw = 0; draw < draws.length; draw += 1) {
      const person = random.int(draws.length);
      draws[person] = (draws[person] as number) + 1;
    }
    for (let row = 0; row < weights.length; row += 1) {
      weights[row] = (rows.weights[row] as number) * (draws[personOf[row] as number] as number);
    }
    yield weights;
  }
}

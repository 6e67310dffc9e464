import type { Random } from '../random/seeded-random.ts';

export interface FeatureImportance {
  readonly feature: string;
  /** Mean fall of the measure when this column is shuffled; below 0 is chance. */
  readonly importance: number;
  /** Population standard deviation of that fall over the repeats. */
  readonly deviation: number;
}

export interface ImportanceQuestion {
  readonly featureNames: readonly string[];
  /** Row by row, shape [n × features]; left as it was. */
  readonly values: Float64Array;
  /** The measure, higher = better, of the model on such values. */
  readonly measure: (values: Float64Array) => number;
}

/**
 * How much a model leans on each feature: the fall of its measure when that column alone is shuffled among the
 * rows. Breiman 2001. Features that say the same share the credit, so each may look small.
 *
 * @param question - names, values and measure
 * @param repeats - shuffles per feature, ≥ 1
 * @param random - decides the shuffles; forked per feature, so that a column's figure does not depend on others
 * @returns one entry per feature, in the order of the columns
 */
export const permutationImportance = (
  { featureNames, values, measure }: ImportanceQuestion,
  repeats: number,
  random: Random,
): readonly FeatureImportance[] => {
  const width = featureNames.length;
  const base = measure(values);
  const shuffled = values.slice();
  const fallOf = (column: number, stream: Random): number => {
    const cells = stream.shuffle(Array.from({ length: values.length / width }, (_, row) => row));
    cells.forEach((source, row) => {
      shuffled[row * width + column] = values[source * width + column] as number;
    });
    return base - measure(shuffled);
  };
  return featureNames.map((feature, column) => {
    const stream = random.fork(feature);
    const falls = Array.from({ length: repeats }, () => fallOf(column, stream));
    for (let cell = column; cell < values.length; cell += width) shuffled[cell] = values[cell] as number;
    const importance = falls.reduce((sum, fall) => sum + fall, 0) / repeats;
    const squares = falls.reduce((sum, fall) => sum + (fall - importance) ** 2, 0);
    return { feature, importance, deviation: Math.sqrt(squares / repeats) };
  });
};

import type { FeatureTable } from '../../../ml/preprocessing/feature-table.ts';
import { seededRandom } from '../../../ml/random/seeded-random.ts';

/** Persons whose risk follows three of five columns, one of them only together with another; 3 % of cells missing. */
export const madeTable = (persons: number, seed: number): FeatureTable => {
  const random = seededRandom(seed);
  const featureNames = ['mood_mean_7day', 'a', 'b', 'c', 'constant'];
  const labels = new Uint8Array(persons);
  const values = new Float64Array(persons * featureNames.length);
  for (let person = 0; person < persons; person += 1) {
    const cells = [5 + random.normal(), random.normal(), random.normal(), random.normal(), 7];
    const [mood = 0, a = 0, b = 0] = cells;
    const logit = -1.2 - (mood - 5) + 1.5 * Math.max(0, a) * Math.sign(b);
    labels[person] = random.bernoulli(1 / (1 + Math.exp(-logit))) ? 1 : 0;
    values.set(
      cells.map((cell) => (random.bernoulli(0.03) ? Number.NaN : cell)),
      person * featureNames.length,
    );
  }
  return { featureNames, ids: Array.from(labels, (_, person) => `sample_${seed}_${person}`), labels, values };
};

import { type NormalizationParams, normalizeWindows } from '../normalization-params.ts';
import type { Windows } from '../windows.ts';
import type { Baseline } from './baseline.ts';
import { spreadOver } from './spread-over.ts';

/** Each window is compared with so many normal ones; the cost is linear in them. */
const mostNeighbours = 1500;

/**
 * Mean squared distance to the most similar of the normal training windows (Ramaswamy et al. 2000, with k = 1).
 *
 * O(windows × neighbours × steps × features).
 *
 * @param train - normal windows, at least one
 * @param params - standardisation of the model that is judged
 */
export const fitNearestNeighbourBaseline = (train: Windows, params: NormalizationParams): Baseline => {
  const kept = spreadOver(train, mostNeighbours);
  const neighbours = normalizeWindows(kept.values, params);
  const size = neighbours.length / kept.count;
  const nearest = (values: Float32Array, first: number): number => {
    let least = Number.POSITIVE_INFINITY;
    for (let neighbour = 0; neighbour < neighbours.length; neighbour += size) {
      let distance = 0;
      for (let cell = 0; cell < size && distance < least; cell += 1) {
        const difference = values[first + cell]! - neighbours[neighbour + cell]!;
        distance += difference * difference;
      }
      if (distance < least) least = distance;
    }
    return least / size;
  };
  return {
    name: 'nearestNeighbour',
    scores: (windows) => {
      const values = normalizeWindows(windows.values, params);
      return Float64Array.from({ length: windows.count }, (_, window) => nearest(values, window * size));
    },
  };
};

import '@tensorflow/tfjs-backend-cpu';
import { setBackend, type Tensor, tensor3d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../ml/lstm/engine.ts';
import { makeFusedEngine } from '../../../ml/lstm/fused-engine.ts';
import { loadNetwork } from '../../../ml/lstm/load-network.ts';
import { makePlainEngine } from '../../../ml/lstm/plain-engine.ts';
import { largestDifference, normals, randomNetwork } from './random-network.ts';

/** Widths on and off the kernels' steps of 4 units and 16 columns, and one whose sums are long. */
const shapes = [
  { steps: 5, features: 7, encodingDim: 4, units: [8, 6] },
  { steps: 7, features: 3, encodingDim: 5, units: [17, 9] },
  { steps: 3, features: 19, encodingDim: 16, units: [33] },
  { steps: 4, features: 1, encodingDim: 1, units: [] },
  { steps: 1, features: 2, encodingDim: 3, units: [4, 31, 2] },
  { steps: 3, features: 2, encodingDim: 5, units: [99] },
].map((shape, seed) => ({
  ...shape,
  seed,
  name: `${shape.features} → ${shape.units.join(' → ')} → ${shape.encodingDim}`,
}));

const engines: readonly [string, typeof makePlainEngine][] = [
  ['the kernels', (network) => makeFusedEngine(network)],
  ['the kernels that round twice', (network) => makeFusedEngine(network, { rounding: 'twice' })],
  ['plain JavaScript', makePlainEngine],
];

beforeAll(() => setBackend('cpu'));

describe.each(engines)('%s', (_, make) => {
  it.each(shapes)('rebuild what stock tfjs rebuilds, within 1e-5: $name', async (shape) => {
    const network = randomNetwork(shape);
    const model = await loadNetwork(network);
    const engine = make(network);
    for (const batch of [1, 2, 3, 17, 65]) {
      const windows = normals(batch * shape.steps * shape.features, `windows ${batch}`);
      const { values } = engine.reconstruct(windows, batch);
      const expected = tidy(() =>
        (model.predict(tensor3d(windows, [batch, shape.steps, shape.features])) as Tensor).dataSync(),
      );
      expect(largestDifference(values, expected), `batch ${batch}`).toBeLessThan(1e-5);
    }
    model.dispose();
  });
});

describe('an engine', () => {
  const network = randomNetwork({ steps: 6, features: 5, encodingDim: 6, units: [20, 10], seed: 9 });
  const engine = makeFusedEngine(network);
  const windows = normals(40 * 30, 'forty');

  it.each([
    ['narrow', network],
    ['wide', randomNetwork({ steps: 6, features: 5, encodingDim: 6, units: [100], seed: 10 })],
  ])('gives a window the same bits whatever windows are beside it: %s', (_, each) => {
    const engine = makeFusedEngine(each);
    const together = engine.reconstruct(windows, 40);
    for (const [from, batch] of [
      [0, 1],
      [7, 2],
      [13, 19],
      [11, 6],
      [3, 10],
      [39, 1],
    ] as const) {
      const alone = engine.reconstruct(windows.slice(from * 30, (from + batch) * 30), batch);
      expect(alone.values).toEqual(together.values.slice(from * 30, (from + batch) * 30));
      expect(alone.latent).toEqual(together.latent.slice(from * 6, (from + batch) * 6));
    }
  });

  it('gives the state of the bottleneck, the same from both', () => {
    const { latent } = engine.reconstruct(windows, 40);
    expect(latent).toHaveLength(40 * 6);
    expect(largestDifference(latent, makePlainEngine(network).reconstruct(windows, 40).latent)).toBeLessThan(
      1e-5,
    );
  });

  it('rebuilds no window of none', () => {
    for (const each of [engine, makePlainEngine(network)]) {
      expect(each.reconstruct(new Float32Array(0), 0).values).toHaveLength(0);
    }
  });

  it('takes windows far out of range, and passes on what is no number', () => {
    const wild = windows.slice(0, 60).fill(1e30, 0, 30);
    wild[45] = Number.NaN;
    for (const each of [engine, makePlainEngine(network)]) {
      const { values } = each.reconstruct(wild, 2);
      expect(values.slice(0, 30).every(Number.isFinite)).toBe(true);
      expect(values.slice(30).some(Number.isNaN)).toBe(true);
    }
  });

  it.each<[string, Engine]>([
    ['the kernels', engine],
    ['plain JavaScript', makePlainEngine(network)],
  ])('refuses a batch that is not what it says: %s', (_, each) => {
    expect(() => each.reconstruct(windows, 39)).toThrow(
      new RangeError('A batch of 39 windows of 6 steps × 5 features is 1170 values, got 1200'),
    );
    expect(() => each.reconstruct(windows, -1)).toThrow(RangeError);
    expect(() => each.reconstruct(windows, 1.5)).toThrow(RangeError);
  });
});

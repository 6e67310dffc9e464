import '@tensorflow/tfjs-backend-cpu';
import { setBackend, tensor3d, train } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { dropoutKeys } from '../../../ml/lstm/dropout-keys.ts';
import { makeFusedEngine } from '../../../ml/lstm/fused-engine.ts';
import { makeFusedTrainer } from '../../../ml/lstm/fused-trainer.ts';
import { initialNetwork } from '../../../ml/lstm/initial-network.ts';
import { loadNetwork } from '../../../ml/lstm/load-network.ts';
import { readNetwork } from '../../../ml/lstm/read-network.ts';
import { UnsupportedMachineError } from '../../../ml/lstm/unsupported-machine-error.ts';
import { largestDifference, normals, randomNetwork } from './random-network.ts';
import { dropoutMask, stockStep } from './stock-training.ts';

const shapes = [
  { steps: 5, features: 7, encodingDim: 4, units: [8, 6] },
  { steps: 4, features: 3, encodingDim: 5, units: [17, 9] },
  { steps: 3, features: 19, encodingDim: 16, units: [33] },
  { steps: 4, features: 1, encodingDim: 1, units: [] },
  { steps: 2, features: 2, encodingDim: 3, units: [4, 31, 2] },
].map((shape, seed) => ({
  ...shape,
  seed,
  name: `${shape.features} → ${shape.units.join(' → ')} → ${shape.encodingDim}`,
}));

const largest = (values: Float32Array) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

beforeAll(() => setBackend('cpu'));

describe('gradients', () => {
  for (const dropout of [0, 0.3]) {
    it.each(shapes)(`are those of stock tfjs within 1e-4, dropout ${dropout}: $name`, async (shape) => {
      const network = randomNetwork({ ...shape, dropout });
      const model = await loadNetwork(network);
      const { steps, features } = shape;
      for (const batch of [1, 2, 33, 65]) {
        const windows = normals(batch * steps * features, `windows ${batch}`);
        const trainer = makeFusedTrainer(network, { batchSize: batch, learningRate: 0.001, seed: 4 });
        const loss = trainer.trainStep(windows, batch);
        const lstms = [...network.encoder, ...network.decoder];
        const keys = dropoutKeys(4, 0, lstms.length);
        const masks = lstms.flatMap(({ units }, layer) => {
          if (dropout === 0 || layer === network.encoder.length - 1) return [];
          const mask = dropoutMask([batch, steps, units], dropout, keys[layer] as (typeof keys)[0]);
          return [tensor3d(mask, [batch, steps, units])];
        });
        const expected = stockStep(model, tensor3d(windows, [batch, steps, features]), masks);
        expect(Math.abs(loss - expected.loss)).toBeLessThan(1e-5 * expected.loss);
        const difference = largestDifference(trainer.gradients(), expected.gradients);
        expect(difference, `batch ${batch}`).toBeLessThan(1e-4 * largest(expected.gradients));
      }
      model.dispose();
    });
  }
});

describe('a trainer', () => {
  const shape = { steps: 6, features: 3, encodingDim: 4, units: [10, 6], seed: 2 };
  const batch = 8;
  const windows = normals(batch * 18, 'training');
  const options = { batchSize: batch, learningRate: 0.002, seed: 5 };

  it('takes the steps that tfjs with its Adam takes', async () => {
    const network = randomNetwork({ ...shape, dropout: 0 });
    const model = await loadNetwork(network);
    model.compile({ optimizer: train.adam(0.002, 0.9, 0.999, 1e-7), loss: 'meanSquaredError' });
    const trainer = makeFusedTrainer(network, options);
    const x = tensor3d(windows, [batch, 6, 3]);
    for (let step = 0; step < 8; step += 1) {
      const expected = Number(await model.trainOnBatch(x, x));
      expect(Math.abs(trainer.trainStep(windows, batch) - expected)).toBeLessThan(1e-3 * expected);
    }
    const expected = model.getWeights().flatMap((weight) => [...weight.dataSync()]);
    expect(largestDifference(trainer.weights(), expected)).toBeLessThan(1e-4);
    model.dispose();
  });

  it('learns waves of eight phases', () => {
    const waves = Float32Array.from({ length: batch * 18 }, (_, at) =>
      Math.sin(Math.floor(at / 18) + (at % 3) + Math.floor((at % 18) / 3)),
    );
    const network = initialNetwork({ ...shape, dropout: 0.05 });
    const trainer = makeFusedTrainer(network, { ...options, learningRate: 0.01 });
    const before = trainer.evaluate(waves, batch);
    for (let step = 0; step < 300; step += 1) trainer.trainStep(waves, batch);
    expect(trainer.evaluate(waves, batch)).toBeLessThan(before / 4);
  });

  it('goes on where another stopped, to the bit', () => {
    const network = randomNetwork({ ...shape, dropout: 0.2 });
    const steady = makeFusedTrainer(network, options);
    const first = makeFusedTrainer(network, options);
    for (let step = 0; step < 3; step += 1) {
      steady.trainStep(windows, batch);
      first.trainStep(windows, batch);
    }
    const second = makeFusedTrainer(network, options);
    second.setWeights(first.weights());
    second.setOptimizerState(first.optimizerState());
    expect(second.optimizerState().steps).toBe(3);
    expect(second.trainStep(windows, batch)).toBe(steady.trainStep(windows, batch));
    expect(second.weights()).toEqual(steady.weights());
  });

  it('drops other values at other steps and for other seeds', () => {
    const network = randomNetwork({ ...shape, dropout: 0.5 });
    const losses = [1, 2].flatMap((seed) => {
      const trainer = makeFusedTrainer(network, { ...options, learningRate: 0, seed });
      return [trainer.trainStep(windows, batch), trainer.trainStep(windows, batch)];
    });
    expect(new Set(losses).size).toBe(4);
  });

  it('measures without dropout, as an engine does', () => {
    const network = randomNetwork({ ...shape, dropout: 0.5 });
    const { values } = makeFusedEngine(network).reconstruct(windows, batch);
    const squares = values.map((value, index) => (value - (windows[index] as number)) ** 2);
    const error = squares.reduce((sum, square) => sum + square, 0) / squares.length;
    expect(makeFusedTrainer(network, { ...options, batchSize: 3 }).evaluate(windows, batch)).toBeCloseTo(
      error,
      5,
    );
  });

  it('saves what readNetwork reads', () => {
    const trainer = makeFusedTrainer(randomNetwork({ ...shape, dropout: 0.5 }), options);
    trainer.trainStep(windows, batch);
    const { modelJson, weightsBin } = trainer.toArtifacts();
    const read = readNetwork(JSON.parse(modelJson), weightsBin.buffer as ArrayBuffer);
    expect(read).toEqual(trainer.network());
    expect(makeFusedTrainer(read, options).weights()).toEqual(trainer.weights());
  });

  it('follows a changed learning rate', () => {
    const trainer = makeFusedTrainer(randomNetwork(shape), options);
    trainer.learningRate = 0;
    const before = trainer.weights();
    trainer.trainStep(windows, batch);
    expect(trainer.weights()).toEqual(before);
  });

  it('refuses what does not fit', () => {
    const trainer = makeFusedTrainer(randomNetwork(shape), options);
    expect(() => trainer.trainStep(windows, 9)).toThrow(RangeError);
    expect(() => trainer.evaluate(windows, 7)).toThrow(RangeError);
    expect(() => trainer.trainStep(new Float32Array(0), 0)).toThrow(RangeError);
    expect(() => trainer.setWeights(new Float32Array(3))).toThrow(RangeError);
  });

  it('says what it needs where WebAssembly SIMD is missing', () => {
    vi.spyOn(WebAssembly, 'validate').mockReturnValueOnce(false);
    expect(() => makeFusedTrainer(randomNetwork(shape), options)).toThrow(UnsupportedMachineError);
  });
});

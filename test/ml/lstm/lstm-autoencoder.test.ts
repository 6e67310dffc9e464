import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { io, memory, setBackend, type Tensor, tensor2d, tensor3d, train } from '@tensorflow/tfjs-core';
import { type LayersModel, layers, loadLayersModel, sequential } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { fuseLstmLayers } from '../../../ml/lstm/fuse-lstm-layers.ts';
import { makeFusedEngine } from '../../../ml/lstm/fused-engine.ts';
import { loadNetwork } from '../../../ml/lstm/load-network.ts';
import { makeLstmAutoencoder } from '../../../ml/lstm/lstm-autoencoder.ts';
import { readNetwork } from '../../../ml/lstm/read-network.ts';
import { makeTfjsEngine } from '../../../ml/lstm/tfjs-engine.ts';
import { makeTfjsNodeEngine } from '../../../ml/lstm/tfjs-node-engine.ts';
import { UnsupportedMachineError } from '../../../ml/lstm/unsupported-machine-error.ts';
import { largestDifference, normals, randomNetwork } from './random-network.ts';
import { stockStep } from './stock-training.ts';

const shape = { steps: 5, features: 3, encodingDim: 5, units: [17, 9], dropout: 0, seed: 6 };
const batch = 35;
const windows = normals(batch * 15, 'layer');
const largest = (values: Float32Array) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

const savedFrom = async (model: LayersModel): Promise<io.ModelArtifacts> => {
  const saved: io.ModelArtifacts[] = [];
  await model.save(
    io.withSaveHandler(async (artifacts) => {
      saved.push(artifacts);
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    }),
  );
  return saved[0] as io.ModelArtifacts;
};

describe.each(['cpu', 'wasm'] as const)('LSTM layers of tfjs on our kernels, backend %s', (backend) => {
  beforeAll(() => setBackend(backend));

  it('have the loss and the gradients of stock layers', async () => {
    const network = randomNetwork(shape);
    const [stock, fused] = [await loadNetwork(network), await loadNetwork(network)];
    expect(fuseLstmLayers(fused)).toBe(6);
    const x = tensor3d(windows, [batch, 5, 3]);
    const expected = stockStep(stock, x, []);
    const before = memory().numTensors;
    const actual = stockStep(fused, x, []);
    expect(memory().numTensors).toBe(before);
    expect(Math.abs(actual.loss - expected.loss)).toBeLessThan(1e-5 * expected.loss);
    expect(largestDifference(actual.gradients, expected.gradients)).toBeLessThan(
      1e-4 * largest(expected.gradients),
    );
  });

  it('train with fit, and what they save loads in stock tfjs with the same output', async () => {
    const model = await makeLstmAutoencoder({ ...shape, dropout: 0.1 });
    model.compile({ optimizer: train.adam(0.01), loss: 'meanSquaredError' });
    const x = tensor3d(windows, [batch, 5, 3]);
    const { history } = await model.fit(x, x, { epochs: 3, batchSize: 16, verbose: 0 });
    expect(history['loss']?.at(-1)).toBeLessThan(history['loss']?.[0] as number);

    const artifacts = await savedFrom(model);
    const stock = await loadLayersModel(io.fromMemory(artifacts));
    const expected = (stock.predict(x) as Tensor).dataSync();
    expect(largestDifference((model.predict(x) as Tensor).dataSync(), expected)).toBeLessThan(1e-5);

    const { modelTopology, weightSpecs, weightData } = artifacts;
    const json = JSON.parse(JSON.stringify({ modelTopology, weightsManifest: [{ weights: weightSpecs }] }));
    const engine = makeFusedEngine(readNetwork(json, weightData as ArrayBuffer));
    expect(largestDifference(engine.reconstruct(windows, batch).values, expected)).toBeLessThan(1e-5);
  });
});

describe('fuseLstmLayers', () => {
  // The default, orthogonal, wants all of tfjs's chained operations.
  const small = { units: 2, recurrentInitializer: 'glorotUniform' } as const;

  beforeAll(() => setBackend('cpu'));

  it('leaves layers alone whose settings the kernels do not know', () => {
    const other = sequential({
      layers: [
        layers.lstm({ ...small, inputShape: [3, 1], returnSequences: true }),
        layers.lstm({ ...small, recurrentActivation: 'sigmoid', goBackwards: true }),
      ],
    });
    expect(fuseLstmLayers(other)).toBe(0);
  });

  it('leaves all alone where WebAssembly SIMD is missing', async () => {
    vi.spyOn(WebAssembly, 'validate').mockReturnValueOnce(false);
    expect(fuseLstmLayers(await loadNetwork(randomNetwork(shape)))).toBe(0);
  });

  it('hands a layer with an initial state back to tfjs', () => {
    const layer = layers.lstm({ ...small, recurrentActivation: 'sigmoid' });
    const one = sequential({ layers: [layers.inputLayer({ inputShape: [3, 1] }), layer] });
    const x = tensor3d(normals(6, 'state'), [2, 3, 1]);
    const states = ['h', 'c'].map((label) => tensor2d(normals(4, label), [2, 2]));
    const expected = (layer.apply(x, { initialState: states }) as Tensor).dataSync();
    expect(fuseLstmLayers(one)).toBe(1);
    expect((layer.apply(x, { initialState: states }) as Tensor).dataSync()).toEqual(expected);
  });
});

describe('the oracle engine', () => {
  it('agrees with the kernels on the windows and the bottleneck', async () => {
    const network = randomNetwork(shape);
    const oracle = await makeTfjsEngine(network, { backend: 'cpu' });
    const [expected, actual] = [oracle, makeFusedEngine(network)].map((each) =>
      each.reconstruct(windows, batch),
    );
    expect(largestDifference(actual!.values, expected!.values)).toBeLessThan(1e-5);
    expect(largestDifference(actual!.latent, expected!.latent)).toBeLessThan(1e-5);
    expect(oracle).toMatchObject({ name: 'tfjs', steps: 5, features: 3, encodingDim: 5 });
    expect(oracle.reconstruct(new Float32Array(0), 0).values).toHaveLength(0);
    oracle.dispose();
  });

  it('says so where tfjs has no such backend', async () => {
    await expect(makeTfjsEngine(randomNetwork(shape), { backend: 'tensorflow' })).rejects.toThrow(
      /tensorflow/,
    );
  });

  it('on the native library agrees too, or says what is missing', async () => {
    const made = await makeTfjsNodeEngine(randomNetwork(shape)).catch((error: unknown) => error);
    if (made instanceof UnsupportedMachineError) {
      expect(made.message).toMatch(/@tensorflow\/tfjs-node does not load here/);
      return;
    }
    expect(made).toMatchObject({ name: 'tfjs-node' });
  });
});

import type { Engine } from '../ml/lstm/engine.ts';
import { initialNetwork } from '../ml/lstm/initial-network.ts';
import { benchedShape } from './engine-messages.ts';

/** An engine as the benchmark drives it; waiting for the result is part of the time. */
export interface BenchedEngine {
  readonly reconstruct?: (windows: Float32Array, batch: number) => unknown;
  /** One step of training with Adam, dropout on. */
  readonly train?: (windows: Float32Array, batch: number) => unknown;
}

const network = () => initialNetwork(benchedShape);

const running = (engine: Engine): BenchedEngine => ({
  reconstruct: (windows, batch) => engine.reconstruct(windows, batch),
});

/** tfjs's own training of the model, its LSTM layers stock or on our kernels. */
const tfjsTraining = async (backend: 'cpu' | 'wasm', lstm: 'stock' | 'fused'): Promise<BenchedEngine> => {
  const { tensor3d, train } = await import('@tensorflow/tfjs-core');
  const { makeTfjsEngine } = await import('../ml/lstm/tfjs-engine.ts');
  const { makeLstmAutoencoder } = await import('../ml/lstm/lstm-autoencoder.ts');
  const engine = await makeTfjsEngine(network(), { backend });
  const model = await makeLstmAutoencoder({ ...benchedShape, lstm });
  model.compile({ optimizer: train.adam(0.001), loss: 'meanSquaredError' });
  return {
    ...(lstm === 'stock' ? running(engine) : {}),
    train: async (windows, batch) => {
      const x = tensor3d(windows, [batch, benchedShape.steps, benchedShape.features]);
      await model.trainOnBatch(x, x);
      x.dispose();
    },
  };
};

const fused = async (rounding: 'once' | 'twice'): Promise<BenchedEngine> => {
  const { makeFusedEngine } = await import('../ml/lstm/fused-engine.ts');
  const { makeFusedTrainer } = await import('../ml/lstm/fused-trainer.ts');
  // Made when first asked for, so that it does not count as memory of scoring.
  let trainer: ReturnType<typeof makeFusedTrainer> | undefined;
  return {
    ...running(makeFusedEngine(network(), { rounding })),
    train: (windows, batch) => {
      const options = { batchSize: batch, learningRate: 0.001, seed: 1, rounding };
      trainer ??= makeFusedTrainer(network(), options);
      return trainer.trainStep(windows, batch);
    },
  };
};

/** Everything that is compared; each is loaded only in the process that runs it. */
export const engineMakers: Readonly<Record<string, () => Promise<BenchedEngine>>> = {
  'tfjs cpu': () => tfjsTraining('cpu', 'stock'),
  'tfjs wasm': () => tfjsTraining('wasm', 'stock'),
  'tfjs wasm, LSTM fused': () => tfjsTraining('wasm', 'fused'),
  'tfjs-node': async () => {
    const { makeTfjsNodeEngine } = await import('../ml/lstm/tfjs-node-engine.ts');
    return running(await makeTfjsNodeEngine(network()));
  },
  onnxruntime: async () => {
    const { makeOnnxEngine } = await import('./onnx-engine.ts');
    return { reconstruct: await makeOnnxEngine(network()) };
  },
  'fused-js': async () => {
    const { makePlainEngine } = await import('../ml/lstm/plain-engine.ts');
    return running(makePlainEngine(network()));
  },
  fused: () => fused('once'),
  'fused, rounded twice': () => fused('twice'),
};

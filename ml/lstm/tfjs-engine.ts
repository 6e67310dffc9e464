import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { enableProdMode, setBackend, type Tensor, tensor3d, tidy } from '@tensorflow/tfjs-core';
import { model as makeModel } from '@tensorflow/tfjs-layers';
import { checkWindows } from './check-windows.ts';
import type { Engine } from './engine.ts';
import { loadNetwork } from './load-network.ts';
import { encodingDimOf, type LstmNetwork } from './lstm-network.ts';

export interface TfjsEngineOptions {
  /** Backend of tfjs; from then on the one that all of this process uses. */
  readonly backend: 'cpu' | 'wasm' | 'tensorflow';
}

/**
 * Runs a network by stock tfjs layers: the oracle that the kernels are measured against.
 *
 * @param network - from `readNetwork` or a trainer
 * @param options - backend, which must be registered
 */
export const makeTfjsEngine = async (
  network: LstmNetwork,
  { backend }: TfjsEngineOptions,
): Promise<Engine> => {
  enableProdMode();
  if (!(await setBackend(backend))) throw new RangeError(`tfjs has no backend ${backend}`);
  const { steps, features } = network;
  const stock = await loadNetwork(network);
  const bottleneck = stock.getLayer(network.encoder.at(-1)?.name ?? '');
  const both = makeModel({ inputs: stock.inputs, outputs: [...stock.outputs, bottleneck.output].flat() });
  return {
    name: backend === 'tensorflow' ? 'tfjs-node' : 'tfjs',
    ...{ steps, features, encodingDim: encodingDimOf(network) },
    reconstruct: (windows, batch) => {
      checkWindows(network, windows, batch);
      if (batch === 0) return { values: new Float32Array(0), latent: new Float32Array(0) };
      // tidy's types know tensors only; what it hands on unchanged here are the arrays of the two outputs.
      const [values, latent] = tidy(() => {
        const outputs = both.predict(tensor3d(windows, [batch, steps, features])) as Tensor[];
        return outputs.map((output) => output.dataSync<'float32'>());
      }) as unknown as [Float32Array, Float32Array];
      return { values, latent };
    },
    dispose: () => {
      stock.dispose();
    },
  };
};

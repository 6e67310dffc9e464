import '@tensorflow/tfjs-backend-cpu';
import {
  losses,
  type Scalar,
  setBackend,
  type Tensor,
  tensor,
  tensor3d,
  tidy,
  train,
} from '@tensorflow/tfjs-core';
import { loadNetwork } from '../../../../ml/lstm/load-network.ts';
import type { LstmNetwork } from '../../../../ml/lstm/lstm-network.ts';
import { toArtifacts } from '../../../../ml/lstm/to-artifacts.ts';
import type { Trainer } from '../../../../ml/lstm/trainer.ts';
import { withWeights } from '../../../../ml/lstm/with-weights.ts';

/** Stock tfjs as a trainer: its own layers, gradients, mean squared error and Adam. It cannot be resumed. */
export const makeStockTrainer = async (network: LstmNetwork, learningRate: number): Promise<Trainer> => {
  await setBackend('cpu');
  const model = await loadNetwork(network);
  const optimizer = train.adam(learningRate);
  const shapeOf = (batch: number): [number, number, number] => [batch, network.steps, network.features];
  const squaredError = (x: Tensor, isTraining: boolean): Scalar =>
    losses.meanSquaredError<Tensor, Scalar>(x, model.apply(x, { training: isTraining }) as Tensor);
  const weights = () => Float32Array.from(model.getWeights().flatMap((weight) => [...weight.dataSync()]));
  const trainer: Trainer = {
    learningRate,
    trainStep: (windows, batch) =>
      tidy(() => {
        Object.assign(optimizer, { learningRate: trainer.learningRate });
        const x = tensor3d(windows, shapeOf(batch));
        return optimizer.minimize(() => squaredError(x, true), true)?.dataSync()[0] ?? Number.NaN;
      }),
    evaluate: (windows, batch) =>
      tidy(() => squaredError(tensor3d(windows, shapeOf(batch)), false).dataSync()[0] ?? Number.NaN),
    weights,
    setWeights: (flat) => {
      let at = 0;
      const tensors = model.getWeights().map(({ shape, size }) => {
        at += size;
        return tensor(flat.slice(at - size, at), shape);
      });
      model.setWeights(tensors);
    },
    gradients: () => new Float32Array(),
    optimizerState: () => ({ steps: 0, first: new Float32Array(), second: new Float32Array() }),
    setOptimizerState: () => undefined,
    network: () => withWeights(network, weights()),
    toArtifacts: () => toArtifacts(withWeights(network, weights())),
    dispose: () => model.dispose(),
  };
  return trainer;
};

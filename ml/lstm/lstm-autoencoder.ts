import type { LayersModel } from '@tensorflow/tfjs-layers';
import { fuseLstmLayers } from './fuse-lstm-layers.ts';
import { type AutoencoderShape, initialNetwork } from './initial-network.ts';
import { loadNetwork } from './load-network.ts';

export interface AutoencoderOptions extends AutoencoderShape {
  /** What the LSTM layers run on. @default 'fused', our kernels */
  readonly lstm?: 'fused' | 'stock';
}

/**
 * An untrained LSTM autoencoder as a tfjs model: input [steps, features], LSTM layers with dropout behind all but the
 * bottleneck, RepeatVector, LSTM layers in reverse, a dense layer on each step. It is compiled, trained and saved as
 * any tfjs model.
 *
 * @param options - widths, dropout and seed
 */
export const makeLstmAutoencoder = async (options: AutoencoderOptions): Promise<LayersModel> => {
  const model = await loadNetwork(initialNetwork(options));
  if (options.lstm !== 'stock') fuseLstmLayers(model);
  return model;
};

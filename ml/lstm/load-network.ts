import { io } from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import type { LstmNetwork } from './lstm-network.ts';
import { toArtifacts } from './to-artifacts.ts';

/**
 * A network as a model of stock tfjs layers, loaded from what `toArtifacts` writes. The caller disposes of it.
 *
 * @param network - trained or not
 */
export const loadNetwork = (network: LstmNetwork): Promise<LayersModel> => {
  const { modelJson, weightsBin } = toArtifacts(network);
  const { modelTopology, weightsManifest } = JSON.parse(modelJson);
  const [{ weights: weightSpecs }] = weightsManifest;
  return loadLayersModel(
    io.fromMemory({ modelTopology, weightSpecs, weightData: weightsBin.slice().buffer }),
  );
};

import { io } from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import type { LstmNetwork } from '../../ml/lstm/lstm-network.ts';
import { toArtifacts } from '../../ml/lstm/to-artifacts.ts';

/** The network as stock tfjs loads it from the files that are saved. */
export const stockModel = (network: LstmNetwork): Promise<LayersModel> => {
  const { modelJson, weightsBin } = toArtifacts(network);
  const { modelTopology, weightsManifest } = JSON.parse(modelJson);
  return loadLayersModel(
    io.fromMemory({
      modelTopology,
      weightSpecs: weightsManifest[0].weights,
      weightData: weightsBin.buffer as ArrayBuffer,
    }),
  );
};

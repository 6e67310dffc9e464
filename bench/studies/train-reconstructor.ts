import type { Engine } from '../../ml/lstm/engine.ts';
import { makeFusedEngine } from '../../ml/lstm/fused-engine.ts';
import { makeFusedTrainer } from '../../ml/lstm/fused-trainer.ts';
import { initialNetwork } from '../../ml/lstm/initial-network.ts';
import type { WearableModelSettings } from '../../ml/wearable/model-settings.ts';
import { fitAutoencoder, type TrainingData } from '../../ml/wearable/training/fit-autoencoder.ts';
import type { AutoencoderOptions } from '../../ml/wearable/training/training-options.ts';

/**
 * An autoencoder trained on standardised windows, with the weights of its best epoch.
 *
 * @param data - standardised windows
 * @param settings - how a window is shaped
 * @param options - how wide the network is and how it is trained
 */
export const trainReconstructor = async (
  data: TrainingData,
  settings: WearableModelSettings,
  options: AutoencoderOptions,
): Promise<Engine> => {
  const { units, encodingDim, dropout, batchSize, learningRate, seed } = options;
  const steps = settings.stepsPerWindow;
  const features = settings.featureNames.length;
  const network = initialNetwork({ steps, features, encodingDim, units, dropout, seed });
  const trainer = makeFusedTrainer(network, { batchSize, learningRate, dropout, seed });
  const report = ({
    history,
  }: {
    readonly history: readonly { epoch: number; validationLoss: number }[];
  }) => {
    const last = history.at(-1);
    process.stderr.write(`  epoch ${last?.epoch}: validation loss ${last?.validationLoss.toFixed(4)}\n`);
    return Promise.resolve('go on' as const);
  };
  const { state } = await fitAutoencoder(trainer, data, { options, hooks: { onEpoch: report } });
  trainer.setWeights(state.bestWeights);
  const engine = makeFusedEngine(trainer.network());
  trainer.dispose();
  return engine;
};

import type { LstmNetwork, LstmWeights } from './lstm-network.ts';
import { weightsOf } from './placed-network.ts';
import type { ModelArtifacts } from './trainer.ts';

type LayerJson = { readonly class_name: string; readonly config: Readonly<Record<string, unknown>> };

const lstmJson = ({ name, units }: LstmWeights, returnSequences: boolean): LayerJson => ({
  class_name: 'LSTM',
  config: {
    name,
    trainable: true,
    units,
    activation: 'tanh',
    recurrent_activation: 'sigmoid',
    use_bias: true,
    unit_forget_bias: true,
    dropout: 0,
    recurrent_dropout: 0,
    implementation: 2,
    return_sequences: returnSequences,
    return_state: false,
    go_backwards: false,
    stateful: false,
    unroll: false,
  },
});

const dropoutJson = (name: string, rate: number): LayerJson => ({
  class_name: 'Dropout',
  config: { name, trainable: true, rate },
});

/** The layers after the input, first to last; each of the decoder's, and all but the last of the encoder's, has a
 * dropout behind it. */
const layersOf = ({ steps, dropout, encoder, decoder, output }: LstmNetwork): readonly LayerJson[] => [
  ...encoder.flatMap((layer, index) =>
    index === encoder.length - 1
      ? [lstmJson(layer, false)]
      : [lstmJson(layer, true), dropoutJson(`${layer.name}_dropout`, dropout)],
  ),
  { class_name: 'RepeatVector', config: { name: 'repeat', trainable: true, n: steps } },
  ...decoder.flatMap((layer) => [lstmJson(layer, true), dropoutJson(`${layer.name}_dropout`, dropout)]),
  {
    class_name: 'TimeDistributed',
    config: {
      name: output.name,
      trainable: true,
      layer: {
        class_name: 'Dense',
        config: {
          name: `${output.name}_dense`,
          trainable: true,
          units: output.units,
          activation: 'linear',
          use_bias: true,
        },
      },
    },
  },
];

const weightEntries = ({ encoder, decoder, output }: LstmNetwork) => [
  ...[...encoder, ...decoder].flatMap(({ name, inputs, units }) => [
    { name: `${name}/kernel`, shape: [inputs, 4 * units], dtype: 'float32' },
    { name: `${name}/recurrent_kernel`, shape: [units, 4 * units], dtype: 'float32' },
    { name: `${name}/bias`, shape: [4 * units], dtype: 'float32' },
  ]),
  { name: `${output.name}/kernel`, shape: [output.inputs, output.units], dtype: 'float32' },
  { name: `${output.name}/bias`, shape: [output.units], dtype: 'float32' },
];

/**
 * A network as the files that stock `loadLayersModel` of tfjs reads, written without tfjs.
 *
 * @param network - trained
 * @returns `model.json`, which names `weights.bin` beside it, and that file
 */
export const toArtifacts = (network: LstmNetwork): ModelArtifacts => {
  const input = {
    class_name: 'InputLayer',
    config: {
      name: 'windows',
      batch_input_shape: [null, network.steps, network.features],
      dtype: 'float32',
      sparse: false,
    },
    name: 'windows',
    inbound_nodes: [],
  };
  const layers = layersOf(network).map((layer, index, all) => ({
    ...layer,
    name: layer.config['name'],
    inbound_nodes: [[[index === 0 ? 'windows' : all[index - 1]?.config['name'], 0, 0, {}]]],
  }));
  const modelTopology = {
    class_name: 'Model',
    config: {
      name: 'lstm_autoencoder',
      layers: [input, ...layers],
      input_layers: [['windows', 0, 0]],
      output_layers: [[network.output.name, 0, 0]],
    },
    keras_version: 'tfjs-layers 4.22.0',
    backend: 'tensor_flow.js',
  };
  const weightsManifest = [{ paths: ['weights.bin'], weights: weightEntries(network) }];
  const weights = weightsOf(network);
  const weightsBin = new Uint8Array(weights.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const values of weights) {
    weightsBin.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += values.byteLength;
  }
  return {
    modelJson: `${JSON.stringify({ format: 'layers-model', generatedBy: 'wellcast', convertedBy: null, modelTopology, weightsManifest })}\n`,
    weightsBin,
  };
};

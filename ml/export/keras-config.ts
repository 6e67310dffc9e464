import type { LstmNetwork, LstmWeights } from '../lstm/lstm-network.ts';

type Settings = Readonly<Record<string, unknown>>;

/** `module` is what Keras 3 finds the class of a layer within a layer by. */
const kerasLayer = (className: string, config: Settings) => ({
  module: 'keras.layers',
  class_name: className,
  registered_name: null,
  config: { dtype: 'float32', ...config },
});

type KerasLayer = ReturnType<typeof kerasLayer>;

const lstmLayer = (layer: LstmWeights, returnsAll: boolean): KerasLayer =>
  kerasLayer('LSTM', {
    name: layer.name,
    units: layer.units,
    activation: 'tanh',
    recurrent_activation: 'sigmoid',
    return_sequences: returnsAll,
  });

/**
 * The network's layers as Keras describes a Sequential model in an `.h5` file: the form of Keras 2, which Keras 3
 * reads as well. Settings that are left out have the same default in both.
 *
 * @param network - of any widths
 */
export const kerasConfig = (network: LstmNetwork): object => {
  const { steps, features, dropout, encoder, decoder, output } = network;
  let dropouts = 0;
  const dropped = (layer: KerasLayer): KerasLayer[] => {
    if (dropout === 0) return [layer];
    dropouts += 1;
    return [layer, kerasLayer('Dropout', { name: `dropout_${dropouts}`, rate: dropout })];
  };
  const dense = kerasLayer('Dense', {
    name: `${output.name}_dense`,
    units: output.units,
    activation: 'linear',
  });
  const layers: KerasLayer[] = [
    kerasLayer('InputLayer', { name: 'windows', batch_input_shape: [null, steps, features] }),
    ...encoder.slice(0, -1).flatMap((layer) => dropped(lstmLayer(layer, true))),
    ...encoder.slice(-1).map((layer) => lstmLayer(layer, false)),
    kerasLayer('RepeatVector', { name: 'repeat_vector', n: steps }),
    ...decoder.flatMap((layer) => dropped(lstmLayer(layer, true))),
    kerasLayer('TimeDistributed', { name: output.name, layer: dense }),
  ];
  return { class_name: 'Sequential', config: { name: 'lstm_autoencoder', layers } };
};

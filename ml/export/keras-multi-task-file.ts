import type { MultiTaskNetwork } from '../models/customer-health/multi-task-network.ts';
import { inputName, networkLayers } from '../models/customer-health/network-layers.ts';
import { kerasH5 } from './keras-h5.ts';

/** `module` is what Keras 3 finds the class of a layer by. */
const kerasLayer = (className: string, config: Readonly<Record<string, unknown>>, inbound?: string) => ({
  module: 'keras.layers',
  class_name: className,
  registered_name: null,
  name: config['name'],
  config: { dtype: 'float32', ...config },
  inbound_nodes: inbound === undefined ? [] : [[[inbound, 0, 0, {}]]],
});

/**
 * A multi-task network as a Keras `.h5` file: `predict` takes [n, features], normalised, and gives a dictionary of
 * [n, 1] by task.
 *
 * @param network - of any widths; the same network gives the same bytes
 */
export const kerasMultiTaskFile = (network: MultiTaskNetwork): Promise<Uint8Array> => {
  // Keras orders the outputs of a dictionary by name, and gives weights to layers by their order alone.
  const heads = network.heads.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const layers = networkLayers({ ...network, heads });
  const config = {
    class_name: 'Functional',
    config: {
      name: 'customer_health',
      trainable: true,
      layers: [
        kerasLayer('InputLayer', { name: inputName, batch_input_shape: [null, network.features] }),
        ...layers.map(({ className, name, config: settings, inbound }) =>
          kerasLayer(className, { name, ...settings }, inbound),
        ),
      ],
      input_layers: [[inputName, 0, 0]],
      output_layers: Object.fromEntries(heads.map(({ name }) => [name, [name, 0, 0]])),
    },
  };
  const weights = layers
    .filter((layer) => layer.weights.length > 0)
    .map((layer) => {
      const own = layer.weights.map(({ name, shape, values }) => ({
        name: `${layer.name}/${name}:0`,
        shape,
        values,
      }));
      return [layer.name, own] as const;
    });
  return kerasH5({ config, weights: new Map(weights) });
};

import type { SavedNetwork } from '../save-network.ts';
import type { MultiTaskNetwork } from './multi-task-network.ts';
import { inputName, networkLayers } from './network-layers.ts';

/**
 * A multi-task network as the files that stock `loadLayersModel` of tfjs reads, written without tfjs.
 *
 * The model takes [n, features], normalised, and gives one [n, 1] a head, in their order.
 *
 * @param network - of any widths; the same network gives the same bytes
 */
export const networkArtifacts = (network: MultiTaskNetwork): SavedNetwork => {
  const layers = networkLayers(network);
  const modelTopology = {
    class_name: 'Model',
    config: {
      name: 'customer_health',
      layers: [
        {
          class_name: 'InputLayer',
          config: {
            name: inputName,
            batch_input_shape: [null, network.features],
            dtype: 'float32',
            sparse: false,
          },
          name: inputName,
          inbound_nodes: [],
        },
        ...layers.map(({ className, name, config, inbound }) => ({
          class_name: className,
          config: { name, trainable: true, ...config },
          name,
          inbound_nodes: [[[inbound, 0, 0, {}]]],
        })),
      ],
      input_layers: [[inputName, 0, 0]],
      output_layers: network.heads.map(({ name }) => [name, 0, 0]),
    },
    keras_version: 'tfjs-layers 4.22.0',
    backend: 'tensor_flow.js',
  };
  const all = layers.flatMap((layer) =>
    layer.weights.map(({ name, shape, values }) => ({ name: `${layer.name}/${name}`, shape, values })),
  );
  const weightsManifest = [
    {
      paths: ['weights.bin'],
      weights: all.map(({ name, shape }) => ({ name, shape, dtype: 'float32' })),
    },
  ];
  const weights = new Uint8Array(all.reduce((sum, { values }) => sum + values.byteLength, 0));
  let at = 0;
  for (const { values } of all) {
    weights.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += values.byteLength;
  }
  const model = {
    format: 'layers-model',
    generatedBy: 'wellcast',
    convertedBy: null,
    modelTopology,
    weightsManifest,
  };
  return { modelJson: `${JSON.stringify(model)}\n`, weights };
};

import type { MultiTaskNetwork, SharedLayer } from './multi-task-network.ts';
import { normEpsilon } from './multi-task-network.ts';

export interface LayerWeight {
  /** As Keras calls it, such as `kernel`. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** A layer as Keras and tfjs know it. */
export interface NetworkLayer {
  readonly className: 'Dense' | 'BatchNormalization' | 'Dropout';
  readonly name: string;
  /** Settings beside the name. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Name of the layer that feeds it. */
  readonly inbound: string;
  readonly weights: readonly LayerWeight[];
}

/** Name of the input. */
export const inputName = 'features';

const dense = (units: number, activation: string) => ({ units, activation, use_bias: true });

const sharedLayers = (layer: SharedLayer, index: number, inbound: string): readonly NetworkLayer[] => {
  const name = `shared_${index + 1}`;
  const { units, kernel, bias, norm, dropout } = layer;
  const layers: NetworkLayer[] = [
    {
      className: 'Dense',
      name,
      inbound,
      config: dense(units, 'relu'),
      weights: [
        { name: 'kernel', shape: [kernel.length / units, units], values: kernel },
        { name: 'bias', shape: [units], values: bias },
      ],
    },
  ];
  if (norm !== undefined) {
    layers.push({
      className: 'BatchNormalization',
      name: `${name}_norm`,
      inbound: name,
      config: { axis: -1, momentum: 0.99, epsilon: normEpsilon, center: true, scale: true },
      weights: [
        { name: 'gamma', shape: [units], values: norm.gamma },
        { name: 'beta', shape: [units], values: norm.beta },
        { name: 'moving_mean', shape: [units], values: norm.movingMean },
        { name: 'moving_variance', shape: [units], values: norm.movingVariance },
      ],
    });
  }
  if (dropout > 0) {
    const before = layers.at(-1)?.name ?? name;
    layers.push({
      className: 'Dropout',
      name: `${name}_dropout`,
      inbound: before,
      config: { rate: dropout },
      weights: [],
    });
  }
  return layers;
};

/**
 * A network as a list of stock layers, each after the one that feeds it.
 *
 * @param network - of any widths
 */
export const networkLayers = ({ shared, heads }: MultiTaskNetwork): readonly NetworkLayer[] => {
  const layers: NetworkLayer[] = [];
  for (const [index, layer] of shared.entries()) {
    layers.push(...sharedLayers(layer, index, layers.at(-1)?.name ?? inputName));
  }
  const inbound = layers.at(-1)?.name ?? inputName;
  for (const { name, activation, kernel, bias } of heads) {
    layers.push({
      className: 'Dense',
      name,
      inbound,
      config: dense(1, activation),
      weights: [
        { name: 'kernel', shape: [kernel.length, 1], values: kernel },
        { name: 'bias', shape: [1], values: bias },
      ],
    });
  }
  return layers;
};

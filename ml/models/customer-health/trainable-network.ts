import type { Random } from '../../random/seeded-random.ts';
import type { MultiTaskNetwork } from './multi-task-network.ts';

/** Widths, and what stands behind each shared layer. */
export interface NetworkShape {
  readonly features: number;
  readonly hiddenUnits: readonly number[];
  /** Of each shared layer but the last. */
  readonly dropout: readonly number[];
  readonly heads: readonly Pick<MultiTaskNetwork['heads'][number], 'name' | 'activation'>[];
}

/** A layer's batch normalisation at rest: running means and variances, shape [units] each. */
export interface MovingStatistics {
  readonly means: Float32Array;
  readonly variances: Float32Array;
}

/** What training changes. */
export interface TrainableNetwork {
  readonly shape: NetworkShape;
  /** In the order of `parameterShapes`. */
  readonly parameters: readonly Float32Array[];
  /** One for each shared layer but the last. */
  readonly moving: readonly MovingStatistics[];
}

const hasNorm = ({ hiddenUnits }: NetworkShape, layer: number): boolean => layer < hiddenUnits.length - 1;

/**
 * Shapes of the parameters: kernel and bias of each shared layer, behind all but the last gamma and beta; then the
 * heads' kernels side by side, and their biases.
 */
export const parameterShapes = (shape: NetworkShape): readonly (readonly number[])[] => {
  const { features, hiddenUnits, heads } = shape;
  const layers = hiddenUnits.flatMap((units, layer) => [
    [hiddenUnits[layer - 1] ?? features, units],
    [units],
    ...(hasNorm(shape, layer) ? [[units], [units]] : []),
  ]);
  return [...layers, [hiddenUnits.at(-1) ?? features, heads.length], [heads.length]];
};

/** Dropout of a shared layer, 0 behind the last. */
export const dropoutBehind = (shape: NetworkShape, layer: number): number =>
  hasNorm(shape, layer) ? (shape.dropout[layer] ?? shape.dropout.at(-1) ?? 0) : 0;

/**
 * A network that was not trained yet: kernels uniform within ±√(6 / inputs) (He et al. 2015), those of the heads
 * within ±√(6 / (inputs + 1)) (Glorot & Bengio 2010).
 *
 * @param headBiases - what each head gives before anything is learned, shape [heads]
 */
export const initialNetwork = (
  shape: NetworkShape,
  headBiases: ArrayLike<number>,
  random: Random,
): TrainableNetwork => {
  const normed = shape.hiddenUnits.slice(0, -1);
  const uniform = (length: number, bound: number) =>
    Float32Array.from({ length }, () => (2 * random.next() - 1) * bound);
  let inputs = shape.features;
  const parameters = shape.hiddenUnits.flatMap((units, layer) => {
    const kernel = uniform(inputs * units, Math.sqrt(6 / inputs));
    inputs = units;
    const norm = [new Float32Array(units).fill(1), new Float32Array(units)];
    return [kernel, new Float32Array(units), ...(hasNorm(shape, layer) ? norm : [])];
  });
  return {
    shape,
    parameters: [
      ...parameters,
      uniform(inputs * shape.heads.length, Math.sqrt(6 / (inputs + 1))),
      Float32Array.from(headBiases),
    ],
    moving: normed.map((units) => ({
      means: new Float32Array(units),
      variances: new Float32Array(units).fill(1),
    })),
  };
};

/**
 * The network as it is used and saved, with its running means and variances.
 *
 * @param network - the arrays are copied
 */
export const finishedNetwork = ({ shape, parameters, moving }: TrainableNetwork): MultiTaskNetwork => {
  let next = 0;
  const take = () => (parameters[next++] as Float32Array).slice();
  const shared = shape.hiddenUnits.map((units, layer) => {
    const kernel = take();
    const bias = take();
    const statistics = moving[layer];
    const norm = statistics && {
      gamma: take(),
      beta: take(),
      movingMean: statistics.means.slice(),
      movingVariance: statistics.variances.slice(),
    };
    return { units, kernel, bias, norm, dropout: dropoutBehind(shape, layer) };
  });
  const kernels = take();
  const biases = take();
  const width = shape.heads.length;
  const heads = shape.heads.map(({ name, activation }, head) => ({
    name,
    activation,
    kernel: kernels.filter((_, cell) => cell % width === head),
    bias: biases.slice(head, head + 1),
  }));
  return { features: shape.features, shared, heads };
};

import { encodingDimOf, type LstmNetwork, type LstmWeights } from '../lstm/lstm-network.ts';
import { type TfliteNode, type TfliteOperator, type TfliteTensor, tfliteFile } from './tflite-file.ts';

/** Keras's order of gates. */
const gateNames = ['input', 'forget', 'cell', 'output'] as const;

/** One gate's kernel and recurrent kernel, one below the other, turned: shape [units, inputs + units]. */
const gateWeights = (layer: LstmWeights, gate: number): Float32Array => {
  const { inputs, units, kernel, recurrentKernel } = layer;
  const width = inputs + units;
  return Float32Array.from({ length: units * width }, (_, place) => {
    const column = gate * units + Math.floor(place / width);
    const row = place % width;
    return (
      (row < inputs
        ? kernel[row * 4 * units + column]
        : recurrentKernel[(row - inputs) * 4 * units + column]) ?? 0
    );
  });
};

/** [inputs, units] to [units, inputs]. */
const turned = (kernel: Float32Array, inputs: number, units: number): Float32Array =>
  kernel.map((_, place) => kernel[(place % inputs) * units + Math.floor(place / inputs)] ?? 0);

const makeGraph = () => {
  const tensors: TfliteTensor[] = [];
  const nodes: TfliteNode[] = [];
  /** @returns its position */
  const tensor = (name: string, shape: readonly number[], values?: Float32Array): number =>
    tensors.push({ name, shape, ...(values === undefined ? {} : { values }) }) - 1;
  const node = (operator: TfliteOperator, inputs: readonly number[], outputs: readonly number[]): void => {
    nodes.push({ operator, inputs, outputs });
  };
  /** An operation with one row as its result; @returns that row's position */
  const row = (
    name: string,
    width: number,
    [operator, ...inputs]: readonly [TfliteOperator, ...number[]],
  ) => {
    const made = tensor(name, [1, width]);
    node(operator, inputs, [made]);
    return made;
  };
  return { tensors, nodes, tensor, node, row };
};

type Graph = ReturnType<typeof makeGraph>;

/** One layer, step after step: c′ = f·c + i·tanh(g), h′ = o·tanh(c′) (Hochreiter & Schmidhuber 1997, Gers 2000). */
const runLstm = (graph: Graph, layer: LstmWeights, rows: readonly number[]): number[] => {
  const { name, inputs, units } = layer;
  const gates = gateNames.map((gate, index) => ({
    gate,
    weights: graph.tensor(`${name}/${gate}/weights`, [units, inputs + units], gateWeights(layer, index)),
    bias: graph.tensor(`${name}/${gate}/bias`, [units], layer.bias.slice(index * units, (index + 1) * units)),
  }));
  let state = graph.tensor(`${name}/start`, [1, units], new Float32Array(units));
  let cell = state;
  return rows.map((input, step) => {
    const made = (what: string, operation: readonly [TfliteOperator, ...number[]], width = units) =>
      graph.row(`${name}/${what}_${step}`, width, operation);
    const joined = made('joined', ['concatenation', input, state], inputs + units);
    const opened = gates.map(({ gate, weights, bias }) => {
      const sum = made(`${gate}_sum`, ['fullyConnected', joined, weights, bias]);
      return made(gate, [gate === 'cell' ? 'tanh' : 'logistic', sum]);
    });
    const [enter = -1, keep = -1, candidate = -1, leave = -1] = opened;
    const kept = made('kept', ['mul', keep, cell]);
    const entered = made('entered', ['mul', enter, candidate]);
    cell = made('cell_state', ['add', kept, entered]);
    state = made('state', ['mul', leave, made('cell_tanh', ['tanh', cell])]);
    return state;
  });
};

/**
 * The network as a TensorFlow Lite model of 32-bit floats: `windows` [1, steps, features] in standardised units to
 * `reconstruction` of the same shape and `latent` [1, encodingDim]. The same network gives the same bytes.
 *
 * The steps are written out in plain operations. TensorFlow Lite has operators for an LSTM too, but they keep their
 * state in their inputs: one goes on from where the last call ended, and the other gives wrong numbers under the
 * default delegate (seen with TensorFlow 2.21).
 *
 * @param network - trained
 */
export const tfliteModel = (network: LstmNetwork): Uint8Array => {
  const { steps, features, encoder, decoder, output } = network;
  const graph = makeGraph();
  const windows = graph.tensor('windows', [1, steps, features]);
  const rows = Array.from({ length: steps }, (_, step) => graph.tensor(`window_${step}`, [1, features]));
  graph.node('unpack', [windows], rows);
  const through = (layers: readonly LstmWeights[], first: readonly number[]) =>
    layers.reduce((flow, layer) => runLstm(graph, layer, flow), first);
  const latent = through(encoder, rows).at(-1);
  if (latent === undefined) throw new RangeError('a window has at least one step');
  const decoded = through(decoder, new Array<number>(steps).fill(latent));
  const kernel = graph.tensor(
    'output/weights',
    [output.units, output.inputs],
    turned(output.kernel, output.inputs, output.units),
  );
  const bias = graph.tensor('output/bias', [output.units], output.bias);
  const rebuilt = decoded.map((state, step) =>
    graph.row(`rebuilt_${step}`, features, ['fullyConnected', state, kernel, bias]),
  );
  const reconstruction = graph.tensor('reconstruction', [1, steps, features]);
  graph.node('pack', rebuilt, [reconstruction]);
  const { tensors, nodes } = graph;
  if (tensors[latent]?.shape[1] !== encodingDimOf(network))
    throw new RangeError('the bottleneck is elsewhere');
  return tfliteFile({ tensors, nodes, inputs: [windows], outputs: [reconstruction, latent] });
};

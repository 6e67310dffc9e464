import { encodingDimOf, type LstmNetwork, type LstmWeights } from '../lstm/lstm-network.ts';
import {
  floatTensor,
  floatValue,
  int64Tensor,
  type OnnxNode,
  type OnnxTensor,
  onnxNode,
} from './onnx-graph.ts';
import { onnxMessages } from './onnx-messages.ts';

/** Old enough for every runtime of the last years; LSTM has meant the same since 14. */
const opsetVersion = 17;
const irVersion = 8;

/** Keras keeps the gates in the order input, forget, cell, output; ONNX in input, output, forget, cell. */
const kerasGateOf = [0, 3, 1, 2] as const;

/** [rows, 4 × units] in Keras's order of gates to [4 × units, rows] in ONNX's. */
const transposedGates = (kernel: Float32Array, rows: number, units: number): Float32Array => {
  const turned = new Float32Array(kernel.length);
  kerasGateOf.forEach((kerasGate, gate) => {
    for (let unit = 0; unit < units; unit += 1) {
      for (let row = 0; row < rows; row += 1) {
        turned[(gate * units + unit) * rows + row] = kernel[
          row * 4 * units + kerasGate * units + unit
        ] as number;
      }
    }
  });
  return turned;
};

interface Part {
  readonly nodes: readonly OnnxNode[];
  readonly constants: readonly OnnxTensor[];
}

/** `x` [steps, n, inputs] to every state [steps, n, units], and to the last state [1, n, units]. */
const lstmPart = (layer: LstmWeights, x: string): Part & { readonly all: string; readonly last: string } => {
  const { name, inputs, units } = layer;
  // ONNX has two biases per gate, which it adds; Keras has one.
  const bias = new Float32Array(8 * units);
  bias.set(transposedGates(layer.bias, 1, units));
  const [w, r, b, y] = [`${name}_W`, `${name}_R`, `${name}_B`, `${name}_Y`];
  return {
    all: `${name}_all`,
    last: `${name}_last`,
    constants: [
      floatTensor(w, [1, 4 * units, inputs], transposedGates(layer.kernel, inputs, units)),
      floatTensor(r, [1, 4 * units, units], transposedGates(layer.recurrentKernel, units, units)),
      floatTensor(b, [1, 8 * units], bias),
    ],
    nodes: [
      onnxNode('LSTM', { input: [x, w, r, b], output: [y, `${name}_last`] }, { hidden_size: units }),
      // Y carries an axis for the direction, of which there is one.
      onnxNode('Squeeze', { input: [y, 'direction_axis'], output: [`${name}_all`] }),
    ],
  };
};

const chain = (layers: readonly LstmWeights[], x: string) => {
  const parts: ReturnType<typeof lstmPart>[] = [];
  for (const layer of layers) parts.push(lstmPart(layer, parts.at(-1)?.all ?? x));
  const last = parts.at(-1);
  if (last === undefined) throw new RangeError('an autoencoder has at least one layer on each side');
  return { parts, all: last.all, last: last.last };
};

/**
 * The network as an ONNX model (opset 17): `windows` [n, steps, features] in standardised units to
 * `reconstruction` of the same shape and `latent` [n, encodingDim]. The same network gives the same bytes.
 *
 * @param network - trained
 * @param metadata - kept in the file as texts by name
 */
export const onnxModel = (
  network: LstmNetwork,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array => {
  const { steps, features, output } = network;
  const encoder = chain(network.encoder, 'by_step');
  const decoder = chain(network.decoder, 'repeated');
  const parts = [...encoder.parts, ...decoder.parts];
  // The bottleneck's states before the last are asked for by nobody.
  const lstmNodes = (side: typeof encoder) =>
    side.parts.flatMap(({ nodes, all }) =>
      nodes.filter((node) => all !== encoder.all || node.opType === 'LSTM'),
    );
  const graph = {
    name: 'lstm_autoencoder',
    input: [floatValue('windows', ['n', steps, features])],
    output: [
      floatValue('reconstruction', ['n', steps, features]),
      floatValue('latent', ['n', encodingDimOf(network)]),
    ],
    initializer: [
      int64Tensor('direction_axis', [1]),
      int64Tensor('first_axis', [0]),
      int64Tensor('repeats', [steps, 1, 1]),
      ...parts.flatMap(({ constants }) => constants),
      floatTensor('output_kernel', [output.inputs, output.units], output.kernel),
      floatTensor('output_bias', [output.units], output.bias),
    ],
    node: [
      onnxNode('Transpose', { input: ['windows'], output: ['by_step'] }, { perm: [1, 0, 2] }),
      ...lstmNodes(encoder),
      onnxNode('Squeeze', { input: [encoder.last, 'first_axis'], output: ['latent'] }),
      onnxNode('Expand', { input: [encoder.last, 'repeats'], output: ['repeated'] }),
      ...lstmNodes(decoder),
      onnxNode('MatMul', { input: [decoder.all, 'output_kernel'], output: ['projected'] }),
      onnxNode('Add', { input: ['projected', 'output_bias'], output: ['rebuilt_by_step'] }),
      onnxNode('Transpose', { input: ['rebuilt_by_step'], output: ['reconstruction'] }, { perm: [1, 0, 2] }),
    ],
  };
  const model = {
    irVersion,
    producerName: 'wellcast',
    opsetImport: [{ domain: '', version: opsetVersion }],
    metadataProps: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    graph,
  };
  const message = onnxMessages.lookupType('ModelProto');
  return Uint8Array.from(message.encode(message.fromObject(model)).finish());
};

import { Builder, type Offset } from 'flatbuffers';

/** Numbers of `BuiltinOperator`, and within the union `BuiltinOptions` where the operator has any. */
const operators = {
  add: { code: 0, options: 11 },
  concatenation: { code: 2, options: 10 },
  fullyConnected: { code: 9, options: 8 },
  logistic: { code: 14, options: 0 },
  mul: { code: 18, options: 21 },
  tanh: { code: 28, options: 0 },
  pack: { code: 83, options: 59 },
  unpack: { code: 88, options: 64 },
} as const;

export type TfliteOperator = keyof typeof operators;

export interface TfliteTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** Of a constant, row-major; absent for what is computed. */
  readonly values?: Float32Array;
}

export interface TfliteNode {
  readonly operator: TfliteOperator;
  /** Positions of tensors. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

/** A graph of 32-bit floats; `inputs` and `outputs` are positions of its tensors. */
export interface TfliteGraph {
  readonly tensors: readonly TfliteTensor[];
  readonly nodes: readonly TfliteNode[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

/** Behind the axis of windows, of which there is one. */
const axis = 1;

/** The table of an operator's options; all but these have their defaults. */
const writeOptions = (builder: Builder, { operator, inputs, outputs }: TfliteNode): Offset => {
  builder.startObject(2);
  if (operator === 'concatenation') builder.addFieldInt32(0, axis, 0);
  if (operator === 'pack' || operator === 'unpack') {
    builder.addFieldInt32(0, operator === 'pack' ? inputs.length : outputs.length, 0);
    builder.addFieldInt32(1, axis, 0);
  }
  return builder.endObject();
};

const writeIntegers = (builder: Builder, values: readonly number[]): Offset => {
  builder.startVector(4, values.length, 4);
  for (const value of values.toReversed()) builder.addInt32(value);
  return builder.endVector();
};

const writeOffsets = (builder: Builder, offsets: readonly Offset[]): Offset => {
  builder.startVector(4, offsets.length, 4);
  for (const offset of offsets.toReversed()) builder.addOffset(offset);
  return builder.endVector();
};

/** The runtime maps constants as they lie, so each begins at a multiple of 16 bytes. */
const writeBuffer = (builder: Builder, values: Float32Array | undefined): Offset => {
  let data: Offset = 0;
  if (values !== undefined) {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    builder.startVector(1, bytes.length, 16);
    for (let at = bytes.length - 1; at >= 0; at -= 1) builder.addInt8(bytes[at] ?? 0);
    data = builder.endVector();
  }
  builder.startObject(1);
  builder.addFieldOffset(0, data, 0);
  return builder.endObject();
};

const writeTensor = (builder: Builder, { name, shape }: TfliteTensor, buffer: number): Offset => {
  const shapeOffset = writeIntegers(builder, shape);
  const nameOffset = builder.createString(name);
  builder.startObject(8);
  builder.addFieldOffset(0, shapeOffset, 0);
  builder.addFieldInt32(2, buffer, 0);
  builder.addFieldOffset(3, nameOffset, 0);
  return builder.endObject();
};

const writeNode = (builder: Builder, node: TfliteNode, opcode: number): Offset => {
  const inputs = writeIntegers(builder, node.inputs);
  const outputs = writeIntegers(builder, node.outputs);
  const optionsType = operators[node.operator].options;
  const options = optionsType === 0 ? 0 : writeOptions(builder, node);
  builder.startObject(9);
  builder.addFieldInt32(0, opcode, 0);
  builder.addFieldOffset(1, inputs, 0);
  builder.addFieldOffset(2, outputs, 0);
  builder.addFieldInt8(3, optionsType, 0);
  builder.addFieldOffset(4, options, 0);
  return builder.endObject();
};

const writeOperatorCode = (builder: Builder, operator: TfliteOperator): Offset => {
  const { code } = operators[operator];
  builder.startObject(4);
  builder.addFieldInt8(0, code, 0);
  builder.addFieldInt32(3, code, 0);
  return builder.endObject();
};

/**
 * A graph as a TensorFlow Lite file. The same graph gives the same bytes.
 *
 * Field numbers by `tensorflow/compiler/mlir/lite/schema/schema.fbs` (version 3).
 *
 * @param graph - nodes in an order in which they can be computed
 */
export const tfliteFile = ({ tensors, nodes, inputs, outputs }: TfliteGraph): Uint8Array => {
  const builder = new Builder(1024);
  const used = [...new Set(nodes.map(({ operator }) => operator))];
  // Buffer 0 is empty and stands for what is computed.
  const constants = tensors.filter(({ values }) => values !== undefined);
  const buffers = [undefined, ...constants.map(({ values }) => values)];
  const bufferOffsets = buffers.map((values) => writeBuffer(builder, values));
  const bufferOf = (tensor: TfliteTensor) => constants.indexOf(tensor) + 1;
  const tensorOffsets = tensors.map((tensor) => writeTensor(builder, tensor, bufferOf(tensor)));
  const nodeOffsets = nodes.map((node) => writeNode(builder, node, used.indexOf(node.operator)));
  const subgraphFields = [
    writeOffsets(builder, tensorOffsets),
    writeIntegers(builder, inputs),
    writeIntegers(builder, outputs),
    writeOffsets(builder, nodeOffsets),
  ];
  builder.startObject(5);
  for (const [field, offset] of subgraphFields.entries()) builder.addFieldOffset(field, offset, 0);
  const subgraphs = writeOffsets(builder, [builder.endObject()]);
  const codes = writeOffsets(
    builder,
    used.map((operator) => writeOperatorCode(builder, operator)),
  );
  const description = builder.createString('wellcast lstm-autoencoder');
  const bufferVector = writeOffsets(builder, bufferOffsets);
  builder.startObject(5);
  builder.addFieldInt32(0, 3, 0);
  builder.addFieldOffset(1, codes, 0);
  builder.addFieldOffset(2, subgraphs, 0);
  builder.addFieldOffset(3, description, 0);
  builder.addFieldOffset(4, bufferVector, 0);
  builder.finish(builder.endObject(), 'TFL3');
  return builder.asUint8Array().slice();
};

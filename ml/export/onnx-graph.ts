/** Numbers of `onnx.TensorProto.DataType`. */
const floatType = 1;
const int64Type = 7;
/** Numbers of `onnx.AttributeProto.AttributeType`. */
const intAttribute = 2;
const intsAttribute = 7;

export interface OnnxTensor {
  readonly name: string;
  readonly dims: readonly number[];
  readonly dataType: number;
  readonly rawData: Uint8Array;
}

export interface OnnxNode {
  readonly name: string;
  readonly opType: string;
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly attribute: readonly object[];
}

/**
 * A constant of 32-bit floats.
 *
 * @param values - row-major, shape `dims`
 */
export const floatTensor = (name: string, dims: readonly number[], values: Float32Array): OnnxTensor => {
  const rawData = new Uint8Array(values.length * 4);
  const view = new DataView(rawData.buffer);
  values.forEach((value, index) => {
    view.setFloat32(4 * index, value, true);
  });
  return { name, dims, dataType: floatType, rawData };
};

/**
 * A constant list of 64-bit integers, as shapes and axes are given.
 *
 * @param values - shape [n]
 */
export const int64Tensor = (name: string, values: readonly number[]): OnnxTensor => {
  const rawData = new Uint8Array(values.length * 8);
  const view = new DataView(rawData.buffer);
  values.forEach((value, index) => {
    view.setBigInt64(8 * index, BigInt(value), true);
  });
  return { name, dims: [values.length], dataType: int64Type, rawData };
};

/**
 * One operation of the graph, named after its first output.
 *
 * @param input - names of values; '' leaves an optional one out
 * @param attributes - whole numbers, or lists of them
 */
export const onnxNode = (
  opType: string,
  { input, output }: { readonly input: readonly string[]; readonly output: readonly string[] },
  attributes: Readonly<Record<string, number | readonly number[]>> = {},
): OnnxNode => ({
  name: `${opType}:${output.find((name) => name !== '')}`,
  opType,
  input,
  output,
  attribute: Object.entries(attributes).map(([name, value]) =>
    typeof value === 'number'
      ? { name, i: value, type: intAttribute }
      : { name, ints: value, type: intsAttribute },
  ),
});

/**
 * An input or output of the graph, 32-bit floats.
 *
 * @param dims - a text stands for a length that each call may choose
 */
export const floatValue = (name: string, dims: readonly (number | string)[]): object => ({
  name,
  type: {
    tensorType: {
      elemType: floatType,
      shape: { dim: dims.map((dim) => (typeof dim === 'number' ? { dimValue: dim } : { dimParam: dim })) },
    },
  },
});

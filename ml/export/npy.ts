const magic = [0x93, ...Buffer.from('NUMPY', 'latin1')] as const;
/** Length of everything before the numbers is a multiple of this, so that they can be mapped into memory. */
const alignment = 64;

/**
 * Numbers as a `.npy` file, which `numpy.load` reads: version 1.0, little-endian float64, C order.
 *
 * Format: NumPy enhancement proposal 1, https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html.
 *
 * @param values - row-major
 * @param shape - of the array; [] is a single number
 * @throws {RangeError} when the shape takes another number of values
 * @example
 * npyFile([0.5], []).length // => 136
 */
export const npyFile = (values: readonly number[], shape: readonly number[]): Uint8Array => {
  const size = shape.reduce((product, length) => product * length, 1);
  if (size !== values.length)
    throw new RangeError(`a shape of [${shape}] takes ${size} values, got ${values.length}`);
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const description = `{'descr': '<f8', 'fortran_order': False, 'shape': (${tuple}), }`;
  const fixedBytes = magic.length + 2 + 2;
  const headerBytes = Math.ceil((fixedBytes + description.length + 1) / alignment) * alignment;
  const file = new Uint8Array(headerBytes + 8 * values.length);
  const view = new DataView(file.buffer);
  file.set([...magic, 1, 0]);
  view.setUint16(magic.length + 2, headerBytes - fixedBytes, true);
  file.set(Buffer.from(`${description.padEnd(headerBytes - fixedBytes - 1)}\n`, 'latin1'), fixedBytes);
  values.forEach((value, index) => {
    view.setFloat64(headerBytes + 8 * index, value, true);
  });
  return file;
};

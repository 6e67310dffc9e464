import { describe, expect, it } from 'vitest';
import { makeFusedEngine } from '../../../ml/lstm/fused-engine.ts';
import { initialNetwork } from '../../../ml/lstm/initial-network.ts';
import type { LstmNetwork } from '../../../ml/lstm/lstm-network.ts';
import { makePlainEngine } from '../../../ml/lstm/plain-engine.ts';
import { largestDifference, normals } from './random-network.ts';
import { rebuiltIn64Bits } from './reference-network.ts';

/** Biases of the input, forget, cell and output gates: the second and the last stay open. */
const gateBiases = [0, 20, 0.02, 20];

const remembering = <Layer extends LstmNetwork['encoder'][number]>(layer: Layer): Layer => ({
  ...layer,
  kernel: layer.kernel.map((value) => 0.3 * value),
  recurrentKernel: layer.recurrentKernel.map((value) => 0.2 * value),
  bias: layer.bias.map((_, column) => gateBiases[Math.floor(column / layer.units)] as number),
});

/**
 * The widths of the specification, and cells that add up over all steps: gates that err by 2e-7, always to the same
 * side, take it 2.6e-5 away. Weights small enough that it does not magnify what rounding any program has.
 */
const untrained = initialNetwork({ steps: 60, features: 7, encodingDim: 32, seed: 3 });
const network = {
  ...untrained,
  encoder: untrained.encoder.map(remembering),
  decoder: untrained.decoder.map(remembering),
};
const windows = normals(2 * 420, 'full');
const expected = [0, 420].flatMap((start) => rebuiltIn64Bits(network, windows.subarray(start, start + 420)));

describe('over the 120 steps of the full network, rounding stays within 1e-5 of the equations in 64 bits', () => {
  it.each([
    ['in the kernels', makeFusedEngine(network)],
    ['in the kernels that round twice', makeFusedEngine(network, { rounding: 'twice' })],
    ['in plain JavaScript', makePlainEngine(network)],
  ])('%s', (_, engine) => {
    expect(largestDifference(engine.reconstruct(windows, 2).values, expected)).toBeLessThan(1e-5);
  });
});

import type { Engine } from './engine.ts';
import type { LstmNetwork } from './lstm-network.ts';
import { makeTfjsEngine } from './tfjs-engine.ts';
import { UnsupportedMachineError } from './unsupported-machine-error.ts';

/** An optional dependency with a native library, so that it may be missing: not a literal, which tsc would resolve. */
const tfjsNode: string = '@tensorflow/tfjs-node';

/**
 * Runs a network by stock tfjs layers on TensorFlow's native library.
 *
 * @param network - from `readNetwork` or a trainer
 * @throws {UnsupportedMachineError} where `@tensorflow/tfjs-node` or its native library is missing
 */
export const makeTfjsNodeEngine = async (network: LstmNetwork): Promise<Engine> => {
  try {
    await import(tfjsNode);
  } catch (cause) {
    throw new UnsupportedMachineError(
      '@tensorflow/tfjs-node does not load here: install it where its native library can be had',
      {},
      { cause },
    );
  }
  return makeTfjsEngine(network, { backend: 'tensorflow' });
};

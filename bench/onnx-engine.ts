import { onnxModel } from '../ml/export/onnx-model.ts';
import type { LstmNetwork } from '../ml/lstm/lstm-network.ts';

/** What is used of onnxruntime-node, which is installed in this folder only. */
interface OnnxRuntime {
  readonly InferenceSession: {
    create(
      model: Uint8Array,
      options: object,
    ): Promise<{ run(feeds: Record<string, unknown>, wanted: readonly string[]): Promise<unknown> }>;
  };
  readonly Tensor: new (type: 'float32', values: Float32Array, shape: readonly number[]) => unknown;
}

/** Not a literal: the types are there only once `bench/` is installed. */
const runtimeName: string = 'onnxruntime-node';

/**
 * Runs a network on onnxruntime with one thread.
 *
 * @throws {Error} where onnxruntime-node is not installed
 */
export const makeOnnxEngine = async (network: LstmNetwork) => {
  const { default: runtime }: { default: OnnxRuntime } = await import(runtimeName);
  const options = { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: 'sequential' };
  const session = await runtime.InferenceSession.create(onnxModel(network), options);
  return (windows: Float32Array, batch: number) => {
    const input = new runtime.Tensor('float32', windows, [batch, network.steps, network.features]);
    return session.run({ windows: input }, ['reconstruction']);
  };
};

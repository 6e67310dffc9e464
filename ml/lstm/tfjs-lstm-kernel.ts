import {
  engine,
  type KernelBackend,
  type NamedTensorInfoMap,
  registerGradient,
  registerKernel,
  type Tensor,
  type Tensor3D,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { type LstmRunner, makeLstmRunner } from './lstm-runner.ts';

const forwardName = 'WellcastLstm';
const backwardName = 'WellcastLstmGradient';

/** Backends whose tensors can be read without waiting. */
const backends = ['cpu', 'wasm', 'tensorflow'];

/** One layer's tensors: x [batch, steps, inputs], kernel, recurrent kernel and bias as Keras lays them out. */
export interface LstmTensors {
  readonly x: Tensor;
  readonly kernel: Tensor;
  readonly recurrentKernel: Tensor;
  readonly bias: Tensor;
}

const runners = new Map<string, LstmRunner>();

const runnerFor = (x: TensorInfo, bias: TensorInfo): LstmRunner => {
  const [batch = 0, steps = 0, inputs = 0] = x.shape;
  const units = (bias.shape[0] ?? 0) / 4;
  const key = [batch, steps, inputs, units].join();
  const runner = runners.get(key) ?? makeLstmRunner({ batch, steps, inputs, units });
  runners.set(key, runner);
  return runner;
};

const kernelOf =
  (run: (read: (name: string) => Float32Array, inputs: NamedTensorInfoMap) => [Float32Array, number[]][]) =>
  ({ inputs, backend }: { inputs: NamedTensorInfoMap; backend: unknown }): TensorInfo[] => {
    // Registered for these backends only, and each is a KernelBackend.
    const store = backend as KernelBackend;
    const read = (name: string) => store.readSync((inputs[name] as TensorInfo).dataId) as Float32Array;
    return run(read, inputs).map(([values, shape]) => ({
      dataId: store.write(values, shape, 'float32'),
      shape,
      dtype: 'float32',
    }));
  };

const weightsFrom = (read: (name: string) => Float32Array) => ({
  kernel: read('kernel'),
  recurrentKernel: read('recurrentKernel'),
  bias: read('bias'),
});

const forward = kernelOf((read, { x, bias }) => {
  if (x === undefined || bias === undefined) return [];
  const [batch = 0, steps = 0] = x.shape;
  const states = runnerFor(x, bias).forward(read('x'), weightsFrom(read));
  return [[states, [batch, steps, (bias.shape[0] ?? 0) / 4]]];
});

const backward = kernelOf((read, { x, kernel, recurrentKernel, bias }) => {
  if (x === undefined || kernel === undefined || recurrentKernel === undefined || bias === undefined)
    return [];
  const errors = runnerFor(x, bias).backward(read('x'), weightsFrom(read), read('errors'));
  return [
    [errors.x, x.shape],
    [errors.kernel, kernel.shape],
    [errors.recurrentKernel, recurrentKernel.shape],
    [errors.bias, bias.shape],
  ];
});

let isRegistered = false;

const register = (): void => {
  if (isRegistered) return;
  isRegistered = true;
  for (const backendName of backends) {
    registerKernel({ kernelName: forwardName, backendName, kernelFunc: forward });
    registerKernel({ kernelName: backwardName, backendName, kernelFunc: backward });
  }
  registerGradient({
    kernelName: forwardName,
    inputsToSave: ['x', 'kernel', 'recurrentKernel', 'bias'],
    gradFunc: (errors, saved) => {
      const [x, kernel, recurrentKernel, bias] = saved as [Tensor, Tensor, Tensor, Tensor];
      // All at once and now: computed on first use they would belong to the tidy of that one gradient, which
      // disposes of the others.
      const gradients = engine().runKernel(backwardName, {
        ...{ x, kernel, recurrentKernel, bias },
        errors: errors as Tensor,
      }) as Tensor[];
      const [ofX, ofKernel, ofRecurrent, ofBias] = gradients as [Tensor, Tensor, Tensor, Tensor];
      return { x: () => ofX, kernel: () => ofKernel, recurrentKernel: () => ofRecurrent, bias: () => ofBias };
    },
  });
};

/**
 * An LSTM layer as one operation of tfjs, with its gradient, run by the WebAssembly kernels: tanh, logistic gates,
 * zeros before the first step.
 *
 * @returns states after every step, shape [batch, steps, units]
 */
export const fusedLstm = (tensors: LstmTensors): Tensor3D => {
  register();
  // Typed as one tensor; a kernel that returns a list, as ours does, comes back as that list.
  const [states] = engine().runKernel(forwardName, { ...tensors }) as unknown as [Tensor3D];
  return states;
};

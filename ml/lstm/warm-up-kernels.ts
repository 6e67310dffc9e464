import { type KernelOptions, kernelsRunHere, startKernels } from './kernels.ts';
import { paddedWidth } from './layout.ts';

/** Of a layer that is run on zeros; V8 compiles a function for speed after some 13 million bytes of its code. */
const units = 32;
const steps = 60;
const repeats = 12;

/**
 * Compiles the kernels and runs those of a forward pass until V8 compiles them a second time, for speed, beside what
 * is done next. Otherwise an engine's making and its first window wait for it. Takes a few ms: for a process that
 * would only wait, as for weights to come.
 *
 * @param options - of the engine to be made
 */
export const warmUpKernels = ({ rounding = 'once' }: KernelOptions = {}): void => {
  if (!kernelsRunHere()) return;
  const { allocate, run } = startKernels({ rounding });
  const width = paddedWidth(units);
  const recurrent = allocate(units * 4 * width);
  const room = [allocate(steps * 4 * width), recurrent, allocate(width), 0, allocate(steps * width)] as const;
  const zeros = allocate(width);
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    run.lstmForward(...room, zeros, ...([steps, 1, width, units] as const));
  }
};

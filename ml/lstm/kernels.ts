import { kernelsBase64, relaxedKernelsBase64 } from './kernels-wasm.ts';

/** The compiled functions of `assembly/`; addresses and strides are bytes. */
export interface KernelFunctions {
  /** sum + a × b. */
  multiplyAddOnce(a: number, b: number, sum: number): number;
  multiply(
    ...sizes: [
      ...a: [a: number, aRow: number, aPanel: number],
      ...b: [b: number, bPanel: number],
      ...out: [out: number, outRow: number, outPanel: number],
      ...counts: [rows: number, inner: number, panels: number],
    ]
  ): void;
  lstmForward(
    ...sizes: [
      ...weights: [gates: number, recurrent: number],
      ...kept: [cells: number, cellStep: number, states: number, zeros: number],
      ...counts: [steps: number, rows: number, units: number, inner: number],
    ]
  ): void;
  fillRows(
    ...sizes: [
      ...places: [from: number, to: number, toRow: number, toPanel: number],
      ...counts: [rows: number, panels: number],
    ]
  ): void;
  packGates(from: number, to: number, rows: number, units: number, panelRows: number): void;
  repeatSteps(from: number, to: number, steps: number, rows: number, panels: number): void;
  lstmBackward(
    ...sizes: [
      ...weights: [gates: number, recurrent: number],
      ...kept: [cells: number, errors: number, carried: number, zeros: number],
      ...counts: [steps: number, rows: number, units: number],
    ]
  ): void;
  multiplyTransposed(
    ...sizes: [
      ...a: [a: number, aRow: number],
      ...b: [b: number, bRow: number, bPanel: number],
      ...out: [out: number, outPanel: number],
      ...counts: [rows: number, columns: number, panels: number],
    ]
  ): void;
  transpose(from: number, to: number, rows: number, panels: number): void;
  sumRows(
    ...sizes: [
      ...places: [from: number, fromRow: number, fromPanel: number, out: number],
      ...counts: [rows: number, panels: number],
    ]
  ): void;
  sumSteps(from: number, to: number, steps: number, rows: number, panels: number): void;
  dropout(
    ...sizes: [
      ...places: [from: number, to: number],
      ...counts: [steps: number, rows: number, width: number, units: number, first: number],
      ...chance: [keyA: number, keyB: number, dropped: number, scale: number],
    ]
  ): void;
  outputErrors(
    ...sizes: [output: number, target: number, errors: number, count: number, scale: number]
  ): number;
  adam(
    ...sizes: [
      ...places: [weights: number, gradients: number, first: number, second: number],
      ...rates: [count: number, learningRate: number, firstScale: number, secondScale: number],
    ]
  ): void;
}

/** The kernels with a memory of their own. */
export interface Kernels {
  readonly run: KernelFunctions;
  /** Reserves zeroed room for floats, on a 64-byte boundary, for as long as the kernels live. */
  allocate(floats: number): number;
  /** The floats at an address. Good until the next `allocate`, which may move the memory. */
  view(address: number, floats: number): Float32Array<ArrayBuffer>;
  /** Bytes that the memory takes. */
  bytes(): number;
}

interface KernelExports extends KernelFunctions {
  readonly memory: WebAssembly.Memory;
  readonly heapBase: WebAssembly.Global;
}

const pageBytes = 65_536;
const alignBytes = 64;

/** How the kernels add up. */
export interface KernelOptions {
  /**
   * How often sum + a × b is rounded. `twice`, product and sum: the same bits on every machine. `once`: a fifth
   * faster, and the same bits on every machine whose processor and Node.js (22 and newer) can; where they cannot,
   * `twice`.
   * @default twice
   */
  readonly rounding?: 'once' | 'twice';
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
};

/** Whether this machine and this Node.js run WebAssembly SIMD. */
export const kernelsRunHere = (): boolean =>
  typeof WebAssembly === 'object' && WebAssembly.validate(bytesOf(kernelsBase64));

type Rounding = NonNullable<KernelOptions['rounding']>;

const compiled = new Map<Rounding, WebAssembly.Module>();

const moduleFor = (rounding: Rounding): WebAssembly.Module => {
  const known = compiled.get(rounding);
  if (known !== undefined) return known;
  const made = rounding === 'once' ? fusedModule() : new WebAssembly.Module(bytesOf(kernelsBase64));
  compiled.set(rounding, made);
  return made;
};

/** What assembly/index.ts exports; a test calls each. WebAssembly's own type says no more than "exports". */
const instanceOf = (module: WebAssembly.Module) =>
  new WebAssembly.Instance(module).exports as unknown as KernelExports;

/** Relaxed SIMD leaves it to the processor whether it rounds once, so the kernels are asked. */
const fusedModule = (): WebAssembly.Module => {
  const bytes = bytesOf(relaxedKernelsBase64);
  if (!WebAssembly.validate(bytes)) return moduleFor('twice');
  const module = new WebAssembly.Module(bytes);
  return roundsOnce(instanceOf(module)) ? module : moduleFor('twice');
};

/** (1 + 2⁻¹²)² is 1 + 2⁻¹¹ + 2⁻²⁴, of which a product rounded to 32 bits loses the last term. */
const roundsOnce = ({ multiplyAddOnce }: KernelFunctions): boolean =>
  multiplyAddOnce(1 + 2 ** -12, 1 + 2 ** -12, -(1 + 2 ** -11)) === 2 ** -24;

/**
 * Compiles the kernels, so that starting them later takes no time: for a process that would only wait, as for weights to
 * come. Nothing happens where they do not run.
 */
export const prepareKernels = ({ rounding = 'twice' }: KernelOptions = {}): void => {
  if (kernelsRunHere()) moduleFor(rounding);
};

/**
 * Starts the kernels: a fresh instance with an empty memory, a few kilobytes compiled once.
 *
 * @throws {WebAssembly.CompileError} where WebAssembly SIMD is missing; ask `kernelsRunHere` first
 */
export const startKernels = ({ rounding = 'twice' }: KernelOptions = {}): Kernels => {
  const exports = instanceOf(moduleFor(rounding));
  const { memory } = exports;
  let free = Number(exports.heapBase.value);

  const allocate = (floats: number): number => {
    const address = Math.ceil(free / alignBytes) * alignBytes;
    free = address + floats * Float32Array.BYTES_PER_ELEMENT;
    const missing = free - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
    return address;
  };

  return {
    run: exports,
    allocate,
    view: (address, floats) => new Float32Array(memory.buffer, address, floats),
    bytes: () => memory.buffer.byteLength,
  };
};

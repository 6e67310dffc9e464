import { kernelsBase64, relaxedKernelsBase64 } from './kernels-wasm.ts';

/** The compiled functions of `assembly/`; addresses and strides are bytes. */
export interface KernelFunctions {
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

/** How exactly the kernels add up. */
export interface KernelOptions {
  /**
   * Lets products and sums be fused where the processor can (relaxed SIMD, Node.js 22 and newer): some 15 % faster,
   * and the last bits then depend on the processor. Without it every machine gives the same bits.
   * @default false
   */
  readonly relaxed?: boolean;
}

const bytesOf = (base64: string) =>
  Uint8Array.from(atob(base64), (character) => character.codePointAt(0) as number);

/** Whether this machine and this Node.js run WebAssembly SIMD. */
export const kernelsRunHere = (): boolean =>
  typeof WebAssembly === 'object' && WebAssembly.validate(bytesOf(kernelsBase64));

const compiled = new Map<boolean, WebAssembly.Module>();

const moduleFor = (relaxed: boolean): WebAssembly.Module => {
  const known = compiled.get(relaxed);
  if (known !== undefined) return known;
  const bytes = bytesOf(relaxed ? relaxedKernelsBase64 : kernelsBase64);
  // Where relaxed SIMD is missing, the exact kernels serve as well.
  const made = relaxed && !WebAssembly.validate(bytes) ? moduleFor(false) : new WebAssembly.Module(bytes);
  compiled.set(relaxed, made);
  return made;
};

/**
 * Starts the kernels: a fresh instance with an empty memory, a few kilobytes compiled once.
 *
 * @throws {WebAssembly.CompileError} where WebAssembly SIMD is missing; ask `kernelsRunHere` first
 */
export const startKernels = ({ relaxed = false }: KernelOptions = {}): Kernels => {
  // What assembly/index.ts exports; a test calls each.
  const exports = new WebAssembly.Instance(moduleFor(relaxed)).exports as unknown as KernelExports;
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

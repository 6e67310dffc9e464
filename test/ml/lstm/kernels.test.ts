import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { compileKernels } from '../../../bin/tasks/compile-kernels.ts';
import { makeFusedEngine } from '../../../ml/lstm/fused-engine.ts';
import { kernelsRunHere, prepareKernels, startKernels } from '../../../ml/lstm/kernels.ts';
import { gateColumns, packedLength, packInto, paddedWidth } from '../../../ml/lstm/layout.ts';
import { randomNetwork } from './random-network.ts';

const network = randomNetwork({ steps: 3, features: 2, encodingDim: 2, units: [4], seed: 1 });

describe('the compiled kernels', () => {
  it('are what their sources compile to', async () => {
    const committed = await readFile(new URL('../../../ml/lstm/kernels-wasm.ts', import.meta.url), 'utf8');
    expect(await compileKernels()).toBe(committed);
  });

  it('take a few kilobytes, and memory as it is asked for', () => {
    const kernels = startKernels();
    const before = kernels.bytes();
    const address = kernels.allocate(100_000);
    expect(address % 64).toBe(0);
    expect(kernels.bytes() - before).toBeLessThan(500_000);
    expect(kernels.view(address, 100_000).every((value) => value === 0)).toBe(true);
  });
});

describe('kernels that round once', () => {
  /** (1 + 2⁻¹²)² − (1 + 2⁻¹¹): 2⁻²⁴ exactly, and 0 when the product is rounded first. */
  const lastBit = ({ run }: ReturnType<typeof startKernels>) =>
    run.multiplyAddOnce(1 + 2 ** -12, 1 + 2 ** -12, -(1 + 2 ** -11));
  const windows = Float32Array.of(1, 2, 3, 4, 5, 6);
  const twice = makeFusedEngine(network, { rounding: 'twice' }).reconstruct(windows, 1);
  afterEach(() => vi.restoreAllMocks());

  it('do so, or are those that round twice: what one machine computes another computes too', () => {
    expect(lastBit(startKernels())).toBe(0);
    expect([0, 2 ** -24]).toContain(lastBit(startKernels({ rounding: 'once' })));
    const once = makeFusedEngine(network).reconstruct(windows, 1);
    for (const [index, value] of once.values.entries()) expect(value).toBeCloseTo(twice.values[index]!, 5);
  });

  it('give way to those that round twice where relaxed SIMD is missing', async () => {
    vi.resetModules();
    const fresh = await import('../../../ml/lstm/fused-engine.ts');
    vi.spyOn(WebAssembly, 'validate').mockReturnValueOnce(true).mockReturnValueOnce(false);
    expect(fresh.makeFusedEngine(network).reconstruct(windows, 1)).toEqual(twice);
  });

  it('and where the processor rounds twice all the same', async () => {
    vi.resetModules();
    const fresh = await import('../../../ml/lstm/fused-engine.ts');
    const { Instance } = WebAssembly;
    let made = 0;
    vi.stubGlobal('WebAssembly', {
      ...Object.fromEntries(
        Object.getOwnPropertyNames(WebAssembly).map((name) => [name, Reflect.get(WebAssembly, name)]),
      ),
      Instance: class {
        readonly exports: object;
        constructor(module: WebAssembly.Module) {
          const { exports } = new Instance(module);
          made += 1;
          this.exports = made === 1 ? { ...exports, multiplyAddOnce: () => 0 } : exports;
        }
      },
    });
    expect(fresh.makeFusedEngine(network).reconstruct(windows, 1)).toEqual(twice);
    vi.unstubAllGlobals();
    expect(made).toBe(2);
  });
});

describe('the kernel that lays out gates', () => {
  it('lays them out as plain JavaScript does, whatever the widths', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (rows, units) => {
        const columns = { columns: 4 * units, columnOf: gateColumns(units) };
        const layout = { ...columns, rows, panelRows: paddedWidth(rows) };
        const matrix = Float32Array.from({ length: rows * layout.columns }, (_, index) => index + 1);
        const expected = new Float32Array(packedLength(layout));
        packInto(matrix, expected, layout);
        const kernels = startKernels();
        const from = kernels.allocate(matrix.length);
        const to = kernels.allocate(expected.length + 16);
        kernels.view(from, matrix.length).set(matrix);
        kernels.run.packGates(from, to, rows, units, layout.panelRows);
        expect(kernels.view(to, expected.length)).toEqual(expected);
        expect(kernels.view(to + 4 * expected.length, 16)).toEqual(new Float32Array(16));
      }),
      { numRuns: 60 },
    );
  });
});

describe('kernels that are prepared', () => {
  it('are compiled once, for all that are started after', async () => {
    vi.resetModules();
    const fresh = await import('../../../ml/lstm/kernels.ts');
    const compile = vi.spyOn(WebAssembly, 'Module');
    fresh.prepareKernels({ rounding: 'once' });
    const compiled = compile.mock.calls.length;
    expect(compiled).toBeGreaterThan(0);
    fresh.startKernels({ rounding: 'once' });
    fresh.startKernels({ rounding: 'once' });
    expect(compile).toHaveBeenCalledTimes(compiled);
    vi.restoreAllMocks();
  });

  it('are none where SIMD is missing, which is no error', () => {
    vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
    expect(() => prepareKernels()).not.toThrow();
    vi.restoreAllMocks();
  });
});

describe('where WebAssembly SIMD is missing', () => {
  afterEach(() => vi.restoreAllMocks());

  it('plain JavaScript takes over', () => {
    expect(kernelsRunHere()).toBe(true);
    vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
    expect(makeFusedEngine(network).name).toBe('fused-js');
  });

  it('and likewise where WebAssembly is', () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect(makeFusedEngine(network).name).toBe('fused-js');
    vi.unstubAllGlobals();
  });
});

import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { compileKernels } from '../../../bin/tasks/compile-kernels.ts';
import { makeFusedEngine } from '../../../ml/lstm/fused-engine.ts';
import { kernelsRunHere, startKernels } from '../../../ml/lstm/kernels.ts';
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

describe('where relaxed SIMD is missing', () => {
  it('the exact kernels serve as well', async () => {
    vi.resetModules();
    const fresh = await import('../../../ml/lstm/fused-engine.ts');
    vi.spyOn(WebAssembly, 'validate').mockReturnValueOnce(true).mockReturnValueOnce(false);
    const windows = Float32Array.of(1, 2, 3, 4, 5, 6);
    const relaxed = fresh.makeFusedEngine(network, { relaxed: true }).reconstruct(windows, 1);
    expect(relaxed).toEqual(makeFusedEngine(network).reconstruct(windows, 1));
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

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { kerasFile } from '../../../ml/export/keras-file.ts';
import { npyFile } from '../../../ml/export/npy.ts';
import { onnxModel } from '../../../ml/export/onnx-model.ts';
import { tfliteModel } from '../../../ml/export/tflite-model.ts';
import { makeFusedEngine } from '../../../ml/lstm/fused-engine.ts';
import { largestDifference } from '../lstm/random-network.ts';
import { smallNetwork, smallWindows } from './small-network.ts';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/export/${name}`, import.meta.url));
const numbers = z.array(z.number());
const Outputs = z.object({ reconstruction: numbers, latent: numbers });
const reference = z
  .object({
    onnxruntime: Outputs,
    tflite: z.object({ default: Outputs, withoutDelegates: Outputs }),
    keras3: numbers,
    keras2: numbers,
    npy: z.object({ single: z.string(), list: z.string(), matrix: z.string() }),
  })
  .parse(JSON.parse(fixture('reference.json').toString()));

describe('an exported network', () => {
  it('is, as ONNX, byte for byte the file that onnxruntime has read', () => {
    expect(Buffer.compare(onnxModel(smallNetwork(), { format: 'wellcast' }), fixture('small.onnx'))).toBe(0);
  });

  it('is, as Keras .h5, byte for byte the file that Keras 2 and 3 have read, at whatever time', async () => {
    expect(Buffer.compare(await kerasFile(smallNetwork()), fixture('small.h5'))).toBe(0);
    expect(Buffer.compare(await kerasFile(smallNetwork()), fixture('small.h5'))).toBe(0);
  });

  it('is, as TensorFlow Lite, byte for byte the file that its interpreter has read', () => {
    expect(Buffer.compare(tfliteModel(smallNetwork()), fixture('small.tflite'))).toBe(0);
  });

  it('gives in TensorFlow Lite what it gives in onnxruntime, delegated or not, whatever window came before', () => {
    const { reconstruction, latent } = reference.onnxruntime;
    for (const made of [reference.tflite.default, reference.tflite.withoutDelegates]) {
      const first = { reconstruction: reconstruction.slice(0, 6 * 7), latent: latent.slice(0, 3) };
      const rebuilt = [...reconstruction, ...first.reconstruction];
      expect(largestDifference(made.reconstruction, rebuilt)).toBeLessThan(1e-6);
      expect(largestDifference(made.latent, [...latent, ...first.latent])).toBeLessThan(1e-6);
    }
  });

  it('gives the same in onnxruntime, Keras 2 and Keras 3', () => {
    expect([...smallWindows(3)]).toEqual(JSON.parse(fixture('windows.json').toString()));
    const { reconstruction, latent } = reference.onnxruntime;
    expect(reconstruction).toHaveLength(3 * 6 * 7);
    expect(latent).toHaveLength(3 * 3);
    expect(largestDifference(reference.keras3, reconstruction)).toBeLessThan(1e-6);
    expect(largestDifference(reference.keras2, reconstruction)).toBeLessThan(1e-6);
  });
});

describe("the network's own engine", () => {
  it('gives what onnxruntime gives of the exported file, to 1e-5', () => {
    const { values, latent } = makeFusedEngine(smallNetwork()).reconstruct(smallWindows(3), 3);
    expect(largestDifference(values, reference.onnxruntime.reconstruction)).toBeLessThan(1e-5);
    expect(largestDifference(latent, reference.onnxruntime.latent)).toBeLessThan(1e-5);
  });
});

describe('a .npy file', () => {
  const saved = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));

  it('is byte for byte what numpy writes', () => {
    expect(npyFile([0.0058], [])).toEqual(saved(reference.npy.single));
    expect(npyFile([0.5, -1.25e-9, 3], [3])).toEqual(saved(reference.npy.list));
    expect(npyFile([1, 2, 3, 4], [2, 2])).toEqual(saved(reference.npy.matrix));
  });

  it('refuses values that do not fill its shape', () => {
    expect(() => npyFile([1, 2, 3], [2, 2])).toThrow('takes 4 values, got 3');
  });
});

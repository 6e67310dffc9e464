import { setThreadsCount } from '@tensorflow/tfjs-backend-wasm';
import { enableProdMode, ready, setBackend } from '@tensorflow/tfjs-core';

/**
 * Readies tfjs on WebAssembly: for networks of this size two to four times as fast as its plain JavaScript
 * backend, without a native library to fetch. One thread, since a matrix of 64 × 64 is not worth sharing out, and
 * so that sums are always added in the same order.
 */
export const readyTfjs = async (): Promise<void> => {
  enableProdMode();
  setThreadsCount(1);
  await setBackend('wasm');
  await ready();
};

/**
 * Preloaded into the training container's process (`node --import`). A thread of its own watches the pipe that the
 * local SageMaker holds: it works even while the training loop keeps the main thread busy.
 */
import { isMainThread, Worker } from 'node:worker_threads';

if (isMainThread) {
  new Worker(new URL('./watch-parent-pipe.ts', import.meta.url), { execArgv: [] }).unref();
}

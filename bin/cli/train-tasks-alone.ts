import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import { customerTasks } from '../../ml/models/customer-health/customer-tasks.ts';
import type { TaskPredictions } from '../../ml/models/customer-health/task-predictions.ts';
import type { AloneRequest } from '../tasks/train-task-alone.ts';

const Predictions = z.tuple([z.custom<Float64Array>((value) => value instanceof Float64Array)]);

/**
 * Trains each task alone, in threads, and predicts it for the test customers: what the tasks gain from one another is
 * seen by comparison.
 *
 * @param onTask - told after each
 * @throws {Error} what a thread failed with
 */
export const trainTasksAlone = async (
  request: AloneRequest,
  onTask: (done: number) => void,
): Promise<TaskPredictions> => {
  const predictions: Float64Array[] = [];
  const waiting = [...customerTasks.keys()];
  let done = 0;
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('../tasks/train-task-alone.ts', import.meta.url), {
      workerData: request,
    });
    try {
      for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
        worker.postMessage(customerTasks[task]!.name);
        const [own] = Predictions.parse(await once(worker, 'message'));
        predictions[task] = own;
        done += 1;
        onTask(done);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return predictions;
};

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { customerTasks } from '../../ml/models/customer-health/customer-tasks.ts';
import type { TaskPredictions } from '../../ml/models/customer-health/task-predictions.ts';
import type { AloneRequest } from '../tasks/train-task-alone.ts';

const trainAlone = (request: AloneRequest): Promise<TaskPredictions> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('../tasks/train-task-alone.ts', import.meta.url), {
      workerData: request,
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A worker ended early (${code})`)));
  });

/**
 * Trains each task alone, in threads, and predicts it for the test customers: what the tasks gain from one another is
 * seen by comparison.
 *
 * @param onTask - told after each
 */
export const trainTasksAlone = async (
  request: Omit<AloneRequest, 'task'>,
  onTask: (done: number) => void,
): Promise<TaskPredictions> => {
  const predictions: Float64Array[] = [];
  const waiting = [...customerTasks.keys()];
  let done = 0;
  const work = async (): Promise<void> => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      const own = await trainAlone({ ...request, task: customerTasks[task]!.name });
      predictions[task] = own[task]!;
      done += 1;
      onTask(done);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return predictions;
};

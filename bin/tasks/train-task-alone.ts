import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { customerTasks } from '../../ml/models/customer-health/customer-tasks.ts';
import { taskPredictions } from '../../ml/models/customer-health/task-predictions.ts';
import { trainCustomerHealth } from '../../ml/models/customer-health/train-customer-health.ts';
import { TrainingOptions } from '../../ml/models/customer-health/training-options.ts';

const numbers = z.custom<Float64Array>((value) => value instanceof Float64Array);

const Customers = z.strictObject({
  count: z.int(),
  inputs: numbers,
  labels: z.array(numbers).readonly(),
  outcomes: z.strictObject({
    outcome_churned_14d: numbers,
    outcome_churned_30d: numbers,
    outcome_sessions_30d: numbers,
    truth_first_session_success: numbers,
    truth_health_score: numbers,
  }),
});

/** What a worker is given: customers, and how to train. */
export const AloneRequest = z.strictObject({
  train: Customers,
  validation: Customers,
  test: Customers,
  options: TrainingOptions,
});
export type AloneRequest = z.infer<typeof AloneRequest>;

/** Asked for a task by its name, a worker trains it alone and answers with its predictions for the test customers. */
if (parentPort !== null) {
  const port = parentPort;
  const { test, ...request } = AloneRequest.parse(workerData);
  port.on('message', async (task: unknown) => {
    const name = z.string().parse(task);
    const { params, best } = await trainCustomerHealth({ ...request, only: [name] });
    const place = customerTasks.findIndex((one) => one.name === name);
    port.postMessage(taskPredictions({ params, network: best }, test.inputs)[place]);
  });
}

import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { taskPredictions } from '../../ml/models/customer-health/task-predictions.ts';
import { trainCustomerHealth } from '../../ml/models/customer-health/train-customer-health.ts';
import { TrainingOptions } from '../../ml/models/customer-health/training-options.ts';
import { readCustomers } from '../cli/read-customers.ts';

/** What a worker is asked: to train one task of these files alone, and predict it for the test customers. */
export const AloneRequest = z.strictObject({
  task: z.string(),
  trainData: z.string(),
  valData: z.string(),
  testData: z.string(),
  options: TrainingOptions,
});
export type AloneRequest = z.infer<typeof AloneRequest>;

if (parentPort !== null) {
  const { task, trainData, valData, testData, options } = AloneRequest.parse(workerData);
  const [train, validation, test] = await Promise.all([
    readCustomers(trainData),
    readCustomers(valData),
    readCustomers(testData),
  ]);
  const { params, best } = await trainCustomerHealth({ train, validation, options, only: [task] });
  parentPort.postMessage(taskPredictions({ params, network: best }, test.inputs));
}

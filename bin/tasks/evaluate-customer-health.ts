import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type CustomerHealthModel,
  loadCustomerHealthModel,
} from '../../ml/models/customer-health/customer-health-model.ts';
import { judgeCustomerHealth } from '../../ml/models/customer-health/judge-customer-health.ts';
import { taskPredictions } from '../../ml/models/customer-health/task-predictions.ts';
import { customerHealthTable } from '../cli/customer-health-table.ts';
import { inputFile } from '../cli/input-file.ts';
import { readCustomers } from '../cli/read-customers.ts';

export interface EvaluateCustomerHealthOptions {
  readonly model: string;
  readonly data: string;
  readonly json: boolean;
}

/**
 * A customer-health model of a folder that `wellcast train customer-health` wrote.
 *
 * @param network - the folder of the network within it
 * @throws {UsageError} when a file is missing
 * @throws {DomainError} when one is torn, or of another version
 */
export const readCustomerHealthFolder = async (
  folder: string,
  network: 'best_model' | 'final_model' = 'best_model',
): Promise<CustomerHealthModel> => {
  const file = async (name: string) => readFile(await inputFile(path.join(folder, name)));
  return loadCustomerHealthModel({
    modelJson: (await file(`${network}/model.json`)).toString('utf8'),
    weights: await file(`${network}/weights.bin`),
    normalizationParams: (await file('normalization_params.json')).toString('utf8'),
  });
};

/** A saved customer-health model on labelled customers, beside the best possible. */
export const evaluateCustomerHealth = async (options: EvaluateCustomerHealthOptions): Promise<void> => {
  const model = await readCustomerHealthFolder(options.model);
  const data = await readCustomers(options.data);
  const judgement = judgeCustomerHealth({ predictions: taskPredictions(model, data.inputs), data });
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ customers: data.count, ...judgement })}\n`
      : `${[`${data.count.toLocaleString('en')} customers`, '', ...customerHealthTable(judgement)].join('\n')}\n`,
  );
};

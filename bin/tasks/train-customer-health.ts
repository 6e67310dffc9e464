import path from 'node:path';
import { writeAtomically } from '../../ml/container/write-atomically.ts';
import { kerasMultiTaskFile } from '../../ml/export/keras-multi-task-file.ts';
import type { CustomerDataset } from '../../ml/models/customer-health/customer-dataset.ts';
import { makeCustomerHealthModel } from '../../ml/models/customer-health/customer-health-model.ts';
import { customerTasks } from '../../ml/models/customer-health/customer-tasks.ts';
import { churnImportance } from '../../ml/models/customer-health/health-importance.ts';
import { type HealthParams, normalizeInputs } from '../../ml/models/customer-health/health-params.ts';
import {
  type CustomerHealthJudgement,
  judgeCustomerHealth,
} from '../../ml/models/customer-health/judge-customer-health.ts';
import { fitLinearBaseline, linearPredictions } from '../../ml/models/customer-health/linear-baselines.ts';
import type { MultiTaskNetwork } from '../../ml/models/customer-health/multi-task-network.ts';
import { networkArtifacts } from '../../ml/models/customer-health/network-artifacts.ts';
import { type TaskPredictions, taskPredictions } from '../../ml/models/customer-health/task-predictions.ts';
import { trainCustomerHealth } from '../../ml/models/customer-health/train-customer-health.ts';
import {
  networkGraph,
  tensorboardRuns,
  trainingHistory,
} from '../../ml/models/customer-health/training-history.ts';
import { TrainingOptions } from '../../ml/models/customer-health/training-options.ts';
import { seededRandom } from '../../ml/random/seeded-random.ts';
import { eventFile } from '../../ml/tensorboard/event-file.ts';
import { writeCustomerHealthPlots } from '../cli/customer-health-pictures.ts';
import { customerHealthTable } from '../cli/customer-health-table.ts';
import { makeProgress } from '../cli/progress.ts';
import { readCustomers } from '../cli/read-customers.ts';
import { trainTasksAlone } from '../cli/train-tasks-alone.ts';

export interface TrainCustomerHealthOptions {
  readonly trainData: string;
  readonly valData: string;
  readonly testData: string;
  readonly outputDir: string;
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate?: number;
  readonly hidden?: readonly number[];
  readonly dropout?: readonly number[];
  readonly inputPenalty?: number;
  readonly l2?: number;
  readonly taskWeights?: readonly number[];
  readonly seed: number;
  /** Also train each task alone, to compare with. */
  readonly alone: boolean;
  readonly json: boolean;
}

const optionsOf = (given: TrainCustomerHealthOptions): TrainingOptions =>
  TrainingOptions.parse({
    epochs: given.epochs,
    batchSize: given.batchSize,
    learningRate: given.learningRate,
    hiddenUnits: given.hidden,
    dropout: given.dropout,
    inputPenalty: given.inputPenalty,
    l2: given.l2,
    taskWeights: given.taskWeights,
    seed: given.seed,
  });

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Linear models of each task on the same inputs, predicting the test customers. */
const linearOf = (
  { train, test }: { readonly train: CustomerDataset; readonly test: CustomerDataset },
  params: HealthParams,
): TaskPredictions =>
  customerTasks.map((task, index) => {
    const x = normalizeInputs(train.inputs, params);
    const model = fitLinearBaseline({ task, x, labels: train.labels[index]! }, params.mean.length);
    return linearPredictions(model, task, normalizeInputs(test.inputs, params));
  });

const networkFiles = async (name: string, network: MultiTaskNetwork) => {
  const { modelJson, weights } = networkArtifacts(network);
  return {
    [`${name}/model.json`]: modelJson,
    [`${name}/weights.bin`]: weights,
    [`${name}.h5`]: await kerasMultiTaskFile(network),
  };
};

const write = async (folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> => {
  for (const [name, content] of Object.entries(files)) {
    await writeAtomically(path.join(folder, name), content);
  }
};

/** Trains a customer-health model from the generator's files into a folder, and says what it is worth. */
export const trainCustomerHealthFiles = async (given: TrainCustomerHealthOptions): Promise<void> => {
  const options = optionsOf(given);
  const folder = path.resolve(given.outputDir);
  const progress = makeProgress(process.stderr, Date.now);
  progress.step(`Reading ${given.trainData}`);
  const { trainData, valData, testData } = given;
  const train = await readCustomers(trainData);
  const validation = await readCustomers(valData);
  const test = await readCustomers(testData);
  progress.done(`${train.count} to train, ${validation.count} to validate, ${test.count} to test`);

  progress.step(`Training on ${customerTasks.length} tasks at once`);
  const begun = Date.now() / 1000;
  const wallTimes: number[] = [];
  const trained = await trainCustomerHealth({
    ...{ train, validation, options },
    onEpoch: ({ epoch, loss, valLoss }) => {
      wallTimes.push(Date.now() / 1000);
      progress.tick(epoch, options.epochs, `epochs, loss ${loss.toFixed(3)}, val_loss ${valLoss.toFixed(3)}`);
    },
  });
  const { params, best, final, bestEpoch } = trained;
  progress.done(`${trained.history.length} epochs, best weights restored from epoch ${bestEpoch}`);
  const history = trainingHistory(trained.history, bestEpoch);
  const runs = tensorboardRuns(history, wallTimes);
  const eventName = `events.out.tfevents.${Math.floor(begun)}.wellcast`;
  await write(folder, {
    ...(await networkFiles('best_model', best)),
    ...(await networkFiles('final_model', final)),
    'normalization_params.json': json(params),
    'training_history.json': json(history),
    [`logs/train/${eventName}`]: eventFile({ wallTime: begun, steps: runs.train, graph: networkGraph(best) }),
    [`logs/validation/${eventName}`]: eventFile({ wallTime: begun, steps: runs.validation }),
  });

  const alone = given.alone ? await trainAlone({ train, validation, test, options }, progress) : undefined;
  progress.step(`Judging on ${testData}`);
  const predictions = taskPredictions({ params, network: best }, test.inputs);
  const linear = linearOf({ train, test }, params);
  const judgement = judgeCustomerHealth({ predictions, linear, alone, data: test });
  const importance = churnImportance(makeCustomerHealthModel(params, best), test, seededRandom(1));
  await write(folder, { 'metrics.json': json({ ...judgement, importance }) });
  progress.done(`${test.count} customers`);
  await writeCustomerHealthPlots(folder, { history, predictions, data: test, importance });
  print({ folder, bestEpoch, judgement }, given.json);
};

const trainAlone = async (
  request: Parameters<typeof trainTasksAlone>[0],
  progress: ReturnType<typeof makeProgress>,
): Promise<TaskPredictions> => {
  progress.step('Training each task alone, to compare with');
  const predictions = await trainTasksAlone(request, (done) =>
    progress.tick(done, customerTasks.length, 'tasks'),
  );
  progress.done(`${customerTasks.length} networks`);
  return predictions;
};

const print = (
  result: {
    readonly folder: string;
    readonly bestEpoch: number;
    readonly judgement: CustomerHealthJudgement;
  },
  asJson: boolean,
): void => {
  process.stdout.write(
    asJson
      ? `${JSON.stringify(result)}\n`
      : `${[...customerHealthTable(result.judgement), '', result.folder].join('\n')}\n`,
  );
};

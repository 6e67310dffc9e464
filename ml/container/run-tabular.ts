import { decideApproval } from '../evaluation/approval-gate.ts';
import { readHyperparameters } from './hyperparameters.ts';
import { refuseHiddenParts } from './refuse-hidden-parts.ts';
import { trainAndEvaluate } from './train-and-evaluate.ts';
import type { TrainingJob } from './training-job.ts';
import { writeModel } from './write-model.ts';

/**
 * The tabular network of a training job, from channels to model folder.
 *
 * @throws {DomainError} when settings or data cannot be used; the signal's reason when it is aborted
 */
export const runTabular = async ({
  folders,
  hyperparameters,
  signal,
  report,
}: TrainingJob): Promise<void> => {
  const settings = readHyperparameters(hyperparameters);
  await refuseHiddenParts(folders);
  const result = await trainAndEvaluate({ folders, settings, signal, report });
  await writeModel(folders.model, result);
  const { auc, recall, specificity, baselines } = result.metrics;
  const { approved } = decideApproval(result.metrics);
  // SageMaker reads these lines as metrics of the job, by the expressions that the training stack declares.
  report(`validation:auc=${auc.value.toFixed(4)};`);
  report(`validation:recall=${recall.value.toFixed(4)};`);
  report(`validation:specificity=${specificity.value.toFixed(4)};`);
  report(`baseline:auc=${baselines.logisticRegression.auc.value.toFixed(4)};`);
  report(`gate ${approved ? 'approved' : 'refused'}`);
};

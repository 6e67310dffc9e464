import { decideDetectorApproval } from '../evaluation/detector-gate.ts';
import { readAutoencoderHyperparameters } from './autoencoder-hyperparameters.ts';
import { trainAutoencoder } from './train-autoencoder.ts';
import type { TrainingJob } from './training-job.ts';
import { writeAutoencoder } from './write-autoencoder.ts';

/**
 * The wearable detector of a training job, from channels to model folder.
 *
 * @throws {DomainError} when settings or data cannot be used; the signal's reason when it is aborted
 */
export const runAutoencoder = async ({
  folders,
  hyperparameters,
  signal,
  report,
}: TrainingJob): Promise<void> => {
  const settings = readAutoencoderHyperparameters(hyperparameters);
  const trained = await trainAutoencoder({ folders, settings, signal, report });
  await writeAutoencoder(folders.model, trained);
  const { metrics } = trained;
  // SageMaker reads these lines as metrics of the job, by the expressions that the training stack declares.
  report(`validation:loss=${metrics.validationLoss.toFixed(6)};`);
  if (metrics.test !== null) {
    const { auc, recall, falsePositiveRate, baselines } = metrics.test;
    report(`test:auc=${auc.value.toFixed(4)};`);
    report(`test:recall=${recall.value.toFixed(4)};`);
    report(`test:false_positive_rate=${falsePositiveRate.value.toFixed(4)};`);
    for (const [name, baseline] of Object.entries(baselines))
      report(`baseline:${name}_auc=${baseline.auc.value.toFixed(4)};`);
  }
  report(`gate ${decideDetectorApproval(metrics).approved ? 'approved' : 'refused'}`);
};

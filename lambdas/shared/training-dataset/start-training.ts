import { DomainError } from '../../../ml/domain-error.ts';
import type { CompleteRun, DatasetRuns } from '../ports/dataset-runs.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import type { TrainingTrigger } from '../ports/training-trigger.ts';
import { DatasetAnswer, type TrainedDatasetAnswer } from './dataset-answer.ts';
import type { DatasetParameters } from './prepare-request.ts';

/**
 * The answer for a complete dataset, after starting its training where that is wanted and not recorded yet.
 *
 * Starting is repeatable: the same rows are the same job. When it fails the dataset stands all the same, and the
 * next invocation with the same key tries again.
 */
export const startTraining = async (
  deps: { runs: DatasetRuns; training: TrainingTrigger; telemetry: Telemetry },
  request: DatasetParameters,
  run: CompleteRun,
): Promise<TrainedDatasetAnswer> => {
  const answer = DatasetAnswer.parse(JSON.parse(run.answer));
  if (run.trainingJobName !== undefined) return { ...answer, trainingJobName: run.trainingJobName };
  if (!request.triggerTraining) return answer;
  try {
    const { jobName } = await deps.training.start({
      trainPath: answer.trainPath,
      validationPath: answer.validationPath,
      manifestPath: answer.manifestPath,
    });
    await deps.runs.recordTrainingJob(run.runId, jobName);
    return { ...answer, trainingJobName: jobName };
  } catch (error) {
    deps.telemetry.count('TrainingTriggerFailures');
    deps.telemetry.error('training could not be started', error);
    const code = error instanceof DomainError ? error.code : 'internal';
    const message =
      'The dataset is complete, but training could not be started; invoke again with the same key.';
    return { ...answer, trainingError: { code, message } };
  }
};

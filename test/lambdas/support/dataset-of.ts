import type { PrepareTrainingDataResult } from '../../../lambdas/prepare-training-data/schema.ts';
import type { TrainedDatasetAnswer } from '../../../lambdas/shared/training-dataset/dataset-answer.ts';

/** The dataset that an answer tells of. */
export const datasetOf = (answer: PrepareTrainingDataResult): TrainedDatasetAnswer => {
  if ('executionArn' in answer) throw new Error('the pipeline was started');
  return answer;
};

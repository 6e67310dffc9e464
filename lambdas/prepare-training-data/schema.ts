import { parseRequest } from '../shared/runtime/parse-request.ts';
import type { TrainedDatasetAnswer } from '../shared/training-dataset/dataset-answer.ts';
import { PrepareTrainingDataRequest } from '../shared/training-dataset/prepare-request.ts';

/** More people than one function takes on: the pipeline is at work, and the same request later has the dataset. */
export interface PipelineStarted {
  readonly status: 'RUNNING';
  readonly executionArn: string;
  readonly executionName: string;
}

export type PrepareTrainingDataResult = TrainedDatasetAnswer | PipelineStarted;

/** @throws {InvalidRequestError} naming the wrong field */
export const parsePrepareTrainingDataRequest = (input: unknown): PrepareTrainingDataRequest =>
  parseRequest(PrepareTrainingDataRequest, input);

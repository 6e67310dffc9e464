import { parseRequest } from '../shared/runtime/parse-request.ts';
import { PipelineInput } from '../shared/training-dataset/pipeline-input.ts';

/** @throws {InvalidRequestError} naming the wrong field */
export const parseListTrainingShardsRequest = (input: unknown): PipelineInput =>
  parseRequest(PipelineInput, input);

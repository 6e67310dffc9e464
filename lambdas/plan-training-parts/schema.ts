import { parseRequest } from '../shared/runtime/parse-request.ts';
import { StepRequest } from '../shared/training-dataset/work-files.ts';

/** @throws {InvalidRequestError} naming the wrong field */
export const parsePlanTrainingPartsRequest = (input: unknown): StepRequest =>
  parseRequest(StepRequest, input);

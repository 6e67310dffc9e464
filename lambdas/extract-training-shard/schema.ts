import { parseRequest } from '../shared/runtime/parse-request.ts';
import { ShardRequest } from '../shared/training-dataset/work-files.ts';

/** @throws {InvalidRequestError} naming the wrong field */
export const parseExtractTrainingShardRequest = (input: unknown): ShardRequest =>
  parseRequest(ShardRequest, input);

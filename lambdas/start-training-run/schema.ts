import * as z from 'zod';
import { parseRequest } from '../shared/runtime/parse-request.ts';
import { textUpTo } from '../shared/runtime/request-fields.ts';

const StartTrainingRunRequest = z.strictObject({ runId: textUpTo(64) }, { error: 'an object with runId' });
export type StartTrainingRunRequest = z.infer<typeof StartTrainingRunRequest>;

/** @throws {InvalidRequestError} naming the wrong field */
export const parseStartTrainingRunRequest = (input: unknown): StartTrainingRunRequest =>
  parseRequest(StartTrainingRunRequest, input);

import * as z from 'zod';
import { parseRequest } from '../shared/runtime/parse-request.ts';

const BuildMessage = z.strictObject({ jobId: z.string({ error: 'the id of a job' }).min(1).max(64) });

/** A message of the queue: the job that is to be done. */
export type BuildMessage = z.infer<typeof BuildMessage>;

/** @throws {InvalidRequestError} when it names no job */
export const parseBuildMessage = (input: unknown): BuildMessage => parseRequest(BuildMessage, input);

import * as z from 'zod';
import { type DatasetParameters, PrepareTrainingDataRequest } from './prepare-request.ts';

/** What an execution of the training pipeline starts with. The key itself stays out: somebody else chose its words. */
export const PipelineInput = z.strictObject({
  runId: z.string().regex(/^dataset#[0-9a-f]{64}$/),
  request: PrepareTrainingDataRequest.omit({ idempotencyKey: true }),
});
export type PipelineInput = z.infer<typeof PipelineInput>;

/** Parameters as a request has them, to be parsed again. */
export const writtenParameters = ({ asOf, ...parameters }: DatasetParameters): object => ({
  ...parameters,
  ...(asOf === undefined ? {} : { asOf: new Date(asOf).toISOString() }),
});

/** The same text for the same run, so that a repeat is recognised as one. */
export const pipelineInputText = ({ runId, request }: PipelineInput): string =>
  JSON.stringify({ runId, request: writtenParameters(request) });

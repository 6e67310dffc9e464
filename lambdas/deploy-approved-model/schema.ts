import * as z from 'zod';
import { parseRequest } from '../shared/runtime/parse-request.ts';

const approval = z.object(
  {
    modelName: z.literal('customer-health', { error: '"customer-health"' }),
    version: z.int({ error: 'a version of the registry, 1 or more' }).min(1, {
      error: 'a version of the registry, 1 or more',
    }),
  },
  { error: 'an approval: modelName and version' },
);

const Approved = z
  .object({ 'detail-type': z.literal('Model Approved', { error: '"Model Approved"' }), detail: approval })
  .transform(({ detail }) => ({ ...detail, because: 'approved' as const }));

const Invoked = approval.extend({
  because: z.enum(['promoted', 'asked-for'], { error: '"promoted", or left out' }).default('asked-for'),
});

export interface DeployApprovedModelRequest {
  readonly modelName: string;
  readonly version: number;
  /**
   * `approved`: an event tells of it; there may be a newer one, or an alarm may have taken this one out. `promoted`: it
   * was put into production, and may have left it since. `asked-for`: a person wants this version, whatever else holds.
   */
  readonly because: 'approved' | 'promoted' | 'asked-for';
}

export interface DeployApprovedModelResult {
  readonly version: number;
  readonly endpointName: string;
  readonly configName: string;
  /**
   * `not-in-production`: people have promoted another version, which stays until they promote this one.
   * `superseded`: a newer version is approved too. `rolled-back-before`: an alarm took this one out. `under-way`: it is
   * being put there at this moment. `unchanged`: it is in service.
   */
  readonly outcome:
    | 'created'
    | 'updating'
    | 'under-way'
    | 'unchanged'
    | 'not-in-production'
    | 'superseded'
    | 'rolled-back-before';
}

/**
 * An approval's event, or the same as a direct request.
 *
 * @throws {InvalidRequestError} naming the wrong field
 */
export const parseDeployApprovedModel = (input: unknown): DeployApprovedModelRequest =>
  typeof input === 'object' && input !== null && 'detail-type' in input
    ? parseRequest(Approved, input)
    : parseRequest(Invoked, input);

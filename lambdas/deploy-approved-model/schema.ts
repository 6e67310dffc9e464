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
  .transform(({ detail }) => ({ ...detail, isExplicit: false }));

const Invoked = approval.transform((detail) => ({ ...detail, isExplicit: true }));

export interface DeployApprovedModelRequest {
  readonly modelName: string;
  readonly version: number;
  /** A person wants this version, whatever is newer or was rolled back; an approval's event only tells of it. */
  readonly isExplicit: boolean;
}

export interface DeployApprovedModelResult {
  readonly version: number;
  readonly endpointName: string;
  readonly configName: string;
  /**
   * `superseded`: a newer version is approved too. `rolled-back-before`: an alarm took this one out. `under-way`: it is
   * being put there at this moment. `unchanged`: it is in service.
   */
  readonly outcome: 'created' | 'updating' | 'under-way' | 'unchanged' | 'superseded' | 'rolled-back-before';
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

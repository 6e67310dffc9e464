import * as z from 'zod';
import { HealthDomain } from '../../ml/narratives/health-domain.ts';
import { parseRequest } from '../shared/runtime/parse-request.ts';

/** What to compact; all that waits, if nothing is named. */
export const CompactTrainingDataRequest = z.strictObject(
  {
    domain: z.enum(HealthDomain.options, { error: `one of ${HealthDomain.options.join(', ')}` }).optional(),
    month: z
      .string({ error: 'a month such as 2025-11' })
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'a month such as 2025-11' })
      .optional(),
  },
  { error: 'an object' },
);
export type CompactTrainingDataRequest = z.infer<typeof CompactTrainingDataRequest>;

export interface CompactTrainingDataResult {
  /** Months of a domain that something waited in. */
  readonly months: number;
  readonly partsFolded: number;
  /** Months that were left with parts, since others were busy with them or something failed. */
  readonly unfinished: number;
}

/** @throws {InvalidRequestError} naming the wrong field */
export const parseCompactTrainingDataRequest = (input: unknown): CompactTrainingDataRequest =>
  parseRequest(CompactTrainingDataRequest, input);

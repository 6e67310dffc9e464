import * as z from 'zod';
import { parseRequest } from '../shared/runtime/parse-request.ts';

/** Which erasure to go on with; all that are not complete if none is named. */
export const EraseSubjectRequest = z.strictObject(
  {
    erasureId: z
      .string({ error: 'the id of an erasure' })
      .regex(/^[0-9a-f]{32}$/, { error: 'the id of an erasure' })
      .optional(),
  },
  { error: 'an object' },
);
export type EraseSubjectRequest = z.infer<typeof EraseSubjectRequest>;

export interface EraseSubjectResult {
  readonly complete: number;
  /** Done once, and to be gone through again when what was under way then must have ended. */
  readonly settling: number;
  /** Those in which a store failed; what it has left is done by the next try. */
  readonly failed: number;
}

/** @throws {InvalidRequestError} naming the wrong field */
export const parseEraseSubjectRequest = (input: unknown): EraseSubjectRequest =>
  parseRequest(EraseSubjectRequest, input);

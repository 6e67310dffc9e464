import * as z from 'zod';
import { SignedReceipt } from '../../../ml/audit/erasure-receipt.ts';

/** What is told of an erasure: never whose. */
export const ErasureStatus = z.strictObject({
  erasureId: z.string(),
  /** `settling`: done once, and to be done again when all that was under way then must have ended. */
  state: z.enum(['erasing', 'settling', 'complete']),
  requestedAt: z.iso.datetime(),
  /** Once it is complete; `wellcast audit verify --receipt` checks it. */
  receipt: SignedReceipt.optional(),
});
export type ErasureStatus = z.infer<typeof ErasureStatus>;

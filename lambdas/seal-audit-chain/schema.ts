import * as z from 'zod';
import { parseRequest } from '../shared/runtime/parse-request.ts';

/** There is nothing to choose. */
export const SealAuditChainRequest = z.strictObject({}, { error: 'an object' });
export type SealAuditChainRequest = z.infer<typeof SealAuditChainRequest>;

export interface SealAuditChainResult {
  /** Records that this call signed for. */
  readonly sealed: number;
  /** Of the newest head; 0: there is none, since there is no record. */
  readonly headNumber: number;
  /** Up to which heads vouch now. */
  readonly sealedTo: number;
}

/** @throws {InvalidRequestError} naming the wrong field */
export const parseSealAuditChainRequest = (input: unknown): SealAuditChainRequest =>
  parseRequest(SealAuditChainRequest, input);

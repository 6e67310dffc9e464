import { createHash } from 'node:crypto';
import * as z from 'zod';
import { AuditPseudonym, Sha256Hex } from './audit-record.ts';
import { canonicalJson } from './canonical-json.ts';

const Count = z.int().min(0);

/** What was done to erase one person. It names nobody: only who sent the request knows whose it is. */
export const ErasureReceipt = z.strictObject({
  schemaVersion: z.literal(1),
  /** A keyed hash of the person's id, as the request was answered with. */
  erasureId: AuditPseudonym,
  /** The person's pseudonym in the audit trail, whose key is destroyed. */
  subject: AuditPseudonym,
  /** ISO 8601, UTC. */
  requestedAt: z.iso.datetime(),
  completedAt: z.iso.datetime(),
  /** How much was removed, by store. */
  removed: z.record(z.string(), z.record(z.string(), Count)),
  /** Datasets that were made anew without the person, and the SHA-256 of what they are now. */
  datasetsRebuilt: z.array(z.strictObject({ dataset: z.string(), sha256: Sha256Hex.nullable() })),
  /** Models that had been trained with the person's data. */
  modelsAffected: z.array(z.string()),
});
export type ErasureReceipt = z.infer<typeof ErasureReceipt>;

export const SignedReceipt = z.strictObject({
  receipt: ErasureReceipt,
  /** base64 of DER: ECDSA on P-256 with SHA-256, of the 64 digits of {@link receiptHash} as text. */
  signature: z.base64(),
  /** ARN of the key in KMS. */
  keyId: z.string().min(1),
});
export type SignedReceipt = z.infer<typeof SignedReceipt>;

/** SHA-256 of a receipt's canonical text. @returns 64 hexadecimal digits */
export const receiptHash = (receipt: ErasureReceipt): string =>
  createHash('sha256').update(canonicalJson(receipt)).digest('hex');

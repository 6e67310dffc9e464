import * as z from 'zod';

/** SHA-256 in hexadecimal. */
export const Sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

/** Who somebody is to those who hold that person's key, and nobody to others. */
export const AuditPseudonym = z.string().regex(/^[0-9a-f]{32}$/);

export const AuditRole = z.enum(['admin', 'scientist', 'user', 'device']);
export type AuditRole = z.infer<typeof AuditRole>;

/** Who did it: a person in a role, or a function of ours on its own. */
export const AuditActor = z.union([
  z.strictObject({ pseudonym: AuditPseudonym, role: AuditRole }),
  z.strictObject({ function: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) }),
]);
export type AuditActor = z.infer<typeof AuditActor>;

/** What became of it. `refused`: the caller may not; `failed`: it broke off on our side. */
export const AuditOutcome = z.enum(['done', 'refused', 'not-found', 'failed']);
export type AuditOutcome = z.infer<typeof AuditOutcome>;

/** What one record says, before it has a place in the chain. */
export const AuditFact = z.strictObject({
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  actor: AuditActor,
  /** What was done, such as `features.extract`. */
  action: z
    .string()
    .regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/)
    .max(80),
  /** On whom; null where it was about no one person. */
  subject: AuditPseudonym.nullable(),
  outcome: AuditOutcome,
  /** Finds the log lines of the same request. */
  requestId: z.string().regex(/^[\w.:=+/-]{1,128}$/),
  /** Different in every record, so that two alike are still two. */
  recordId: z.uuid(),
});
export type AuditFact = z.infer<typeof AuditFact>;

/** One link of the chain. It holds neither a user id nor anything that was read or written. */
export const AuditRecord = AuditFact.extend({
  schemaVersion: z.literal(1),
  /** 1, 2, 3, … without gaps. */
  sequence: z.int().min(1),
  /** Hash of the record before; of the first, {@link genesisHash}. */
  previousHash: Sha256Hex,
  /** Of all the rest. */
  hash: Sha256Hex,
});
export type AuditRecord = z.infer<typeof AuditRecord>;

/** What the first record follows on: SHA-256 of the text `wellcast audit trail`. */
export const genesisHash = '0f9f01fffbc24a5f4e843588c95c0c34d722497ba475a614300da71f608f3173';

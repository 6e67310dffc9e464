import { createHash } from 'node:crypto';
import * as z from 'zod';
import { Sha256Hex } from './audit-record.ts';
import { canonicalJson } from './canonical-json.ts';

/** More than this waits for the next head. */
export const maxRecordsPerHead = 1000;

/**
 * What is signed of the chain: the hashes of every record since the head before, and that head's own hash. So each
 * record is vouched for one by one, and the heads are a chain too.
 */
export const ChainHead = z.strictObject({
  schemaVersion: z.literal(1),
  /** 1, 2, 3, … without gaps. */
  number: z.int().min(1),
  /** Sequence of the first record it vouches for. */
  fromSequence: z.int().min(1),
  hashes: z.array(Sha256Hex).min(1).max(maxRecordsPerHead),
  /** Of the head before; null in the first. */
  previousHead: Sha256Hex.nullable(),
  /** ISO 8601, UTC. */
  signedAt: z.iso.datetime(),
});
export type ChainHead = z.infer<typeof ChainHead>;

/** A head as it is stored. */
export const SignedHead = z.strictObject({
  head: ChainHead,
  /** base64 of DER: ECDSA on P-256 with SHA-256, of the 64 digits of {@link headHash} as text. */
  signature: z.base64(),
  /** ARN of the key in KMS. */
  keyId: z.string().min(1),
});
export type SignedHead = z.infer<typeof SignedHead>;

/** Sequence of the newest record that a head vouches for. */
export const lastSequenceOf = ({
  fromSequence,
  hashes,
}: Pick<ChainHead, 'fromSequence' | 'hashes'>): number => fromSequence + hashes.length - 1;

/** SHA-256 of a head's canonical text. @returns 64 hexadecimal digits */
export const headHash = (head: ChainHead): string =>
  createHash('sha256').update(canonicalJson(head)).digest('hex');

import { type ChainHead, headHash, lastSequenceOf, SignedHead } from './chain-head.ts';
import type { HeadFault, HeadProblem } from './chain-problem.ts';

/** One object of the heads' bucket, of all that were ever put under a number. */
export interface StoredHead {
  readonly number: number;
  /** As it was stored; undefined for a delete marker. */
  readonly content: unknown;
}

export interface HeadVerdict {
  /** Those that can be trusted, in order. */
  readonly heads: readonly ChainHead[];
  /** The first thing that is wrong; absent: nothing is. */
  readonly problem?: HeadProblem;
}

/** Whether a signature (base64 of DER) is of our key over a text. */
export type SignatureCheck = (text: string, signature: string, keyId: string) => boolean;

/**
 * The heads that can be trusted: signed by our key, numbered without gaps, each following on the one before.
 *
 * Of two under one number the older is taken, which Object Lock has kept from the beginning.
 *
 * @param stored - in order of number, of the same number oldest first
 */
export const verifyHeads = (stored: readonly StoredHead[], isSigned: SignatureCheck): HeadVerdict => {
  const heads: ChainHead[] = [];
  let problem: HeadProblem | undefined;
  const report = (kind: HeadFault, number: number) => {
    problem ??= { kind, number };
  };
  for (const [number, versions] of Map.groupBy(stored, (one) => one.number)) {
    if (number !== heads.length + 1) {
      report('head-missing', heads.length + 1);
      break;
    }
    const [first, ...later] = versions;
    const head = readHead(first, isSigned);
    if (typeof head === 'string') {
      report(head, number);
      break;
    }
    if (!follows(head, heads.at(-1))) {
      report('head-unlinked', number);
      break;
    }
    heads.push(head);
    if (later.length > 0) report(faultOfLater(head, later, isSigned), number);
  }
  return { heads, ...(problem !== undefined && { problem }) };
};

const readHead = (stored: StoredHead | undefined, isSigned: SignatureCheck): ChainHead | HeadFault => {
  const parsed = SignedHead.safeParse(stored?.content);
  if (!parsed.success || parsed.data.head.number !== stored?.number) return 'head-unreadable';
  const { head, signature, keyId } = parsed.data;
  return isSigned(headHash(head), signature, keyId) ? head : 'head-forged';
};

const follows = (head: ChainHead, before: ChainHead | undefined): boolean =>
  before === undefined
    ? head.fromSequence === 1 && head.previousHead === null
    : head.fromSequence === lastSequenceOf(before) + 1 && head.previousHead === headHash(before);

/** Two signed heads of one number that differ show two chains; anything else over a head hides it. */
const faultOfLater = (head: ChainHead, later: readonly StoredHead[], isSigned: SignatureCheck): HeadFault => {
  const others = later.map((one) => readHead(one, isSigned));
  const isFork = others.some((other) => typeof other !== 'string' && headHash(other) !== headHash(head));
  return isFork ? 'head-forked' : 'head-hidden';
};

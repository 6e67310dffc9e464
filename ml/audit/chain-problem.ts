/** The first thing that is wrong with a chain of records, and at which sequence. */
export interface ChainProblem {
  readonly kind: ChainFault;
  readonly sequence: number;
}

export type ChainFault =
  /** Its content does not give its hash. */
  | 'changed'
  /** It agrees with itself, but its hash is not the one that was signed: written anew from here on. */
  | 'rehashed'
  /** It does not follow on the record before; one of the two was replaced after the newest head. */
  | 'unlinked'
  /** It is not there, though later ones are. */
  | 'missing'
  /** It is not there, nor is anything after it, though a head vouches for it. */
  | 'truncated'
  /** There are two of this sequence. */
  | 'forked'
  /** It has not the form of a record. */
  | 'unreadable';

/** The first thing that is wrong with the signed heads, and at which number. */
export interface HeadProblem {
  readonly kind: HeadFault;
  readonly number: number;
}

export type HeadFault =
  /** The signature is not of our key over this head. */
  | 'head-forged'
  /** It is not there, though later ones are. */
  | 'head-missing'
  /** It does not follow on the head before. */
  | 'head-unlinked'
  /** There are two of this number that say different things. */
  | 'head-forked'
  /** It was hidden by a delete marker, or another was put over it; what Object Lock kept is still there. */
  | 'head-hidden'
  | 'head-unreadable';

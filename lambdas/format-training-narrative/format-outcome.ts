import type { HealthDomain } from '../../ml/narratives/health-domain.ts';
import type { LineRefusal } from '../../ml/narratives/line/line-outcome.ts';
import type { MaskCounts } from '../../ml/narratives/phi/phi-kind.ts';

/** What became of one narrative: the seed's true or false, with its why. */
export type FormatOutcome =
  | {
      readonly success: true;
      readonly healthDomain: HealthDomain;
      /** Where the line lies until it is folded into the month's file. */
      readonly partKey: string;
      /** What the screen masked, by kind. */
      readonly masked: MaskCounts;
    }
  /** The same narrative of the same source was written before. */
  | { readonly success: false; readonly reason: 'duplicate' }
  /** No training example, and nothing of it is kept. */
  | {
      readonly success: false;
      readonly reason: 'refused';
      readonly why: LineRefusal | 'opted-out' | 'unparsable-profile';
      readonly detail: string;
    }
  /** Set aside, with its reason, for a person to look at. */
  | {
      readonly success: false;
      readonly reason: 'quarantined';
      readonly why: LineRefusal;
      readonly detail: string;
      readonly key: string;
    }
  /** Not what this function takes. */
  | {
      readonly success: false;
      readonly reason: 'invalid';
      readonly error: { readonly code: string; readonly message: string };
    }
  | Unsettled;

/** To be sent again: somebody else is writing the same, or something failed on the way. */
export interface Unsettled {
  readonly success: false;
  readonly reason: 'in-progress' | 'failed';
  readonly retryable: true;
}

/** Whether sending the same again may end otherwise. */
export const isUnsettled = (outcome: FormatOutcome): outcome is Unsettled =>
  !outcome.success && (outcome.reason === 'in-progress' || outcome.reason === 'failed');

export const failed: Unsettled = { success: false, reason: 'failed', retryable: true };

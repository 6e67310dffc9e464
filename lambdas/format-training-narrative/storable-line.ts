import type { TrainingLayout } from '../shared/narratives/training-layout.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { ConditionalObjects } from '../shared/ports/conditional-objects.ts';
import type { TrainingClaims } from '../shared/ports/training-claims.ts';

export interface StorableLine {
  /** One JSON value and the line feed that ends it. */
  readonly line: string;
  readonly contentHash: string;
}

export type StoreOutcome =
  | { readonly success: true; readonly partKey: string }
  | { readonly success: false; readonly reason: 'duplicate' }
  /** Another writer has claimed it and its lease is not over; afterwards it is settled one way or the other. */
  | { readonly success: false; readonly reason: 'in-progress'; readonly retryable: true };

export interface StoreDeps {
  readonly objects: ConditionalObjects;
  readonly claims: TrainingClaims;
  readonly clock: Clock;
  /** Different at every call. */
  readonly newId: () => string;
  readonly layout: TrainingLayout;
  /** How long others leave a claim alone. */
  readonly leaseMs: number;
}

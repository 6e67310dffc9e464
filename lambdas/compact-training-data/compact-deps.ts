import type { TrainingLayout } from '../shared/narratives/training-layout.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { ConditionalObjects } from '../shared/ports/conditional-objects.ts';
import type { TrainingClaims } from '../shared/ports/training-claims.ts';

export interface CompactDeps {
  readonly objects: ConditionalObjects;
  readonly claims: Pick<TrainingClaims, 'recordFolded'>;
  readonly clock: Clock;
  /** Different at every call. */
  readonly newId: () => string;
  readonly layout: TrainingLayout;
  /** A file grows no further than this. */
  readonly maxFileBytes: number;
  /** The most that one part holds; a single line may be longer. */
  readonly maxPartBytes: number;
}

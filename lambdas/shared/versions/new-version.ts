import type { BuiltContent } from '../../../ml/datasets/versions/build-content.ts';
import type { Bump } from '../../../ml/datasets/versions/propose-version.ts';
import type { VersionInputs } from '../../../ml/datasets/versions/version-manifest.ts';
import type { Clock } from '../ports/clock.ts';
import type { LineageEntry } from '../ports/dataset-lineage.ts';
import type { VersionRow } from '../ports/dataset-versions.ts';
import type { DiscardDeps } from './discard-content.ts';
import type { VersionReading } from './read-manifest.ts';

export interface StoreVersionDeps extends VersionReading, DiscardDeps {
  readonly clock: Clock;
}

export interface NewVersion {
  readonly datasetId: string;
  readonly built: BuiltContent;
  /** Who is which sample. */
  readonly people: readonly Pick<LineageEntry, 'personKey' | 'sampleId'>[];
  readonly inputs: VersionInputs;
  readonly createdBy: string;
  readonly reason: string;
  /** Another step than the one proposed, and why. */
  readonly override?: { readonly bump: Bump; readonly reason: string } | undefined;
  /** The version that this one stands in for; the number is then the next patch of its line. */
  readonly insteadOf?: VersionRow | undefined;
  /** Asked after the lineage is written and before the version comes to be: whether anybody in it was erased by now. */
  readonly isErased?: (() => Promise<boolean>) | undefined;
}

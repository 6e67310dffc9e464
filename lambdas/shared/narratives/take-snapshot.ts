import { DomainError } from '../../../ml/domain-error.ts';
import { mapWithLimit } from '../map-with-limit.ts';
import type { ConditionalObjects, ObjectState } from '../ports/conditional-objects.ts';
import { listParts, readFiles, readShelf } from './read-shelf.ts';
import type { TrainingLayout } from './training-layout.ts';
import type { TrainingMonth } from './training-month.ts';

/** A month's lines at one moment: these states of these objects, each line once. */
export interface TrainingSnapshot extends TrainingMonth {
  readonly files: readonly ObjectState[];
  /** Parts that no file has taken in. */
  readonly parts: readonly ObjectState[];
}

/** The month changed with every look at it. */
export class SnapshotContendedError extends DomainError {
  readonly code = 'snapshot-contended';

  constructor() {
    super('The month was compacted again and again while it was read; read it again.');
  }
}

/** A month changes when it is compacted, which is once an hour. */
const maxLooks = 50;
const callsAtOnce = 16;

/**
 * What holds a month's lines now. Between two looks at the files that found the same, no part was folded, so the
 * parts that were there and in no fold list are exactly the lines that the files lack.
 *
 * @throws {SnapshotContendedError}
 */
export const takeSnapshot = async (
  objects: ConditionalObjects,
  layout: TrainingLayout,
  month: TrainingMonth,
): Promise<TrainingSnapshot> => {
  for (let look = 0; look < maxLooks; look++) {
    const shelf = await readShelf(objects, layout, month);
    if (shelf === undefined) continue;
    const listed = await listParts(objects, layout, month);
    const waiting = listed.filter(({ key, bytes }) => bytes > 0 && !shelf.folded.has(key));
    const parts = await mapWithLimit(waiting, callsAtOnce, ({ key }) => objects.head(key));
    const again = await readFiles(objects, layout, month);
    if (again === undefined || !sameStates(shelf.files, again)) continue;
    const present = parts.filter((state) => state !== undefined);
    if (present.length === parts.length) return { ...month, files: shelf.files, parts: present };
  }
  throw new SnapshotContendedError();
};

const sameStates = (before: readonly ObjectState[], after: readonly ObjectState[]): boolean =>
  before.length === after.length &&
  before.every(({ key, etag }, index) => after[index]?.key === key && after[index].etag === etag);

import type { ConditionalObjects } from '../../shared/ports/conditional-objects.ts';
import type { ErasableObjects, ErasableVersion } from '../../shared/ports/erasable-objects.ts';

export interface RewriteDeps {
  readonly objects: ErasableObjects;
  readonly writing: Pick<ConditionalObjects, 'replace'>;
}

/** The newest version was replaced by others while it was being rewritten. */
export class ObjectBusyError extends Error {
  override readonly name = 'ObjectBusyError';

  constructor() {
    super('An object changed while it was being rewritten; the next try finds it as it is then.');
  }
}

/**
 * Puts another text in an object's place, if nobody else has meanwhile, with its metadata as it was, and removes what
 * was there before for good.
 *
 * @param versions - all of the object's, of which the newest is replaced
 * @throws {ObjectBusyError} when somebody else has
 */
export const rewriteObject = async (
  { objects, writing }: RewriteDeps,
  versions: readonly ErasableVersion[],
  text: { readonly body: string; readonly contentType: string },
): Promise<void> => {
  const newest = versions.find(({ isLatest }) => isLatest);
  if (newest === undefined) return;
  const described = await objects.describe(newest);
  if (described === undefined) throw new ObjectBusyError();
  const content = { ...text, metadata: described.metadata };
  const state = { key: newest.key, bytes: 0, ...described };
  if (!(await writing.replace(state, content))) throw new ObjectBusyError();
  // In a bucket without versions the old text has gone already, and the id is the new one's.
  await objects.remove(versions.filter(({ versionId }) => versionId !== 'null'));
};

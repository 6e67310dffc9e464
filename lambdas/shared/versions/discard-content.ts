import type { DatasetLineage } from '../ports/dataset-lineage.ts';
import type { DatasetVersionRows } from '../ports/dataset-versions.ts';
import type { ObjectVersions } from '../ports/object-versions.ts';
import { objectKey } from './content-objects.ts';

export interface DiscardDeps {
  readonly rows: DatasetVersionRows;
  readonly lineage: DatasetLineage;
  readonly objectVersions: ObjectVersions;
}

/**
 * Removes a content of a dataset for good: its objects, unless another content has them too, its announcement, by
 * which whoever is just making a version of it notices, and who was in it. Repeatable.
 *
 * @param manifests - hashes of the manifests of its versions, where they are to go too
 */
export const discardContent = async (
  { rows, lineage, objectVersions }: DiscardDeps,
  { datasetId, contentHash }: { readonly datasetId: string; readonly contentHash: string },
  manifests: readonly string[] = [],
): Promise<void> => {
  const contents = await rows.contents(datasetId);
  const own = contents.find((content) => content.contentHash === contentHash)?.objects ?? [];
  const others = contents.filter((content) => content.contentHash !== contentHash);
  const shared = new Set(others.flatMap(({ objects }) => objects));
  const gone = [...own.filter((hash) => !shared.has(hash)), ...manifests];
  await objectVersions.purge(gone.map((hash) => objectKey(datasetId, hash)));
  await rows.withdraw(datasetId, contentHash);
  // Last, since a repeat finds by it what is left to do.
  await lineage.forget(await lineage.peopleIn(datasetId, contentHash));
};

import { type VersionManifest, versionManifestText } from '../../../ml/datasets/versions/version-manifest.ts';
import type { VersionRow } from '../ports/dataset-versions.ts';
import { objectKey, putContent } from './content-objects.ts';
import { discardContent } from './discard-content.ts';
import type { NewVersion, StoreVersionDeps } from './new-version.ts';
import { nextVersion } from './next-version.ts';
import { readManifest } from './read-manifest.ts';
import { ErasedMeanwhileError, VersionsContendedError } from './version-errors.ts';

export interface StoredVersion {
  readonly row: VersionRow;
  readonly manifest: VersionManifest;
  /** False where the same content was a version already. */
  readonly isNew: boolean;
}

/** Rounds in which another builder may come first. */
const maxRounds = 50;

/**
 * Makes a version of a dataset: what is to be written is announced, then who is in it, then the files and the
 * manifest, and last one row, by which all of it comes to be at once. The row takes the next place after all that
 * its writer has seen, and only one writer gets that place: two builders at once get two numbers, or one version
 * where their content is one.
 *
 * @throws {VersionsContendedError} when others come first again and again
 */
export const makeStoreVersion =
  (deps: StoreVersionDeps) =>
  async (version: NewVersion): Promise<StoredVersion> => {
    const { datasetId, built } = version;
    const { contentHash, content } = built;
    const objects = content.files.filter(({ location }) => location === undefined);
    const announcedAt = new Date(deps.clock.now()).toISOString();
    const hashes = objects.map(({ sha256 }) => sha256);
    await deps.rows.announce({ datasetId, contentHash, objects: hashes, announcedAt });
    await deps.lineage.record(version.people.map((person) => ({ ...person, datasetId, contentHash })));
    for (const { name, contentType } of objects) {
      await putContent(deps.objects, datasetId, { text: built.texts.get(name) ?? '', contentType });
    }
    if (await version.isErased?.()) throw await giveUp(deps, { datasetId, contentHash });
    let overtaken: string | undefined;
    for (let round = 0; round < maxRounds; round++) {
      const versions = await deps.rows.list(datasetId);
      // Two who build the same at the same moment have one manifest, and only one of them was overtaken.
      if (overtaken !== undefined && !versions.some((row) => row.manifestSha256 === overtaken)) {
        await deps.objectVersions.purge([objectKey(datasetId, overtaken)]);
      }
      const same = currentOf(versions, contentHash);
      if (same !== undefined) return { row: same, manifest: await readManifest(deps, same), isNew: false };
      const manifest = await nextVersion(deps, version, versions);
      const text = versionManifestText(manifest);
      const manifestSha256 = await putContent(deps.objects, datasetId, {
        text,
        contentType: 'application/json',
      });
      const row = rowOf(manifest, { sequence: (versions.at(-1)?.sequence ?? 0) + 1, manifestSha256 });
      if (await deps.rows.add(row)) {
        // Erasure removes the announcement and then looks for a version; so one of the two sees the other.
        if (await deps.rows.isAnnounced(datasetId, contentHash)) return { row, manifest, isNew: true };
        await deps.rows.mark(row, 'superseded');
        throw new ErasedMeanwhileError();
      }
      overtaken = manifestSha256;
    }
    throw new VersionsContendedError();
  };

const currentOf = (versions: readonly VersionRow[], contentHash: string): VersionRow | undefined =>
  versions.find((row) => row.contentHash === contentHash && row.state === 'current');

/** Leaves nothing behind, unless the content is a version already, which erasure then takes care of. */
const giveUp = async (
  deps: StoreVersionDeps,
  content: { readonly datasetId: string; readonly contentHash: string },
): Promise<ErasedMeanwhileError> => {
  const versions = await deps.rows.list(content.datasetId);
  if (currentOf(versions, content.contentHash) === undefined) await discardContent(deps, content);
  return new ErasedMeanwhileError();
};

const rowOf = (
  manifest: VersionManifest,
  place: Pick<VersionRow, 'sequence' | 'manifestSha256'>,
): VersionRow => ({
  ...place,
  datasetId: manifest.datasetId,
  version: manifest.version,
  parent: manifest.parent,
  contentHash: manifest.contentHash,
  bump: manifest.step.bump,
  because: manifest.step.because,
  rows: manifest.statistics.rows,
  samples: manifest.statistics.samples,
  createdAt: manifest.createdAt,
  createdBy: manifest.createdBy,
  reason: manifest.reason,
  state: 'current',
});

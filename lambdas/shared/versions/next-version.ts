import { type BuiltContent, rawFileName } from '../../../ml/datasets/versions/build-content.ts';
import type { ProposedVersion } from '../../../ml/datasets/versions/propose-version.ts';
import { linesOf } from '../../../ml/datasets/versions/sample-lines.ts';
import { VersionManifest } from '../../../ml/datasets/versions/version-manifest.ts';
import type { VersionRow } from '../ports/dataset-versions.ts';
import type { NewVersion, StoreVersionDeps } from './new-version.ts';
import { latestOf, nextPatchOf, proposeNext } from './next-number.ts';
import { readComparable, readManifest } from './read-manifest.ts';

/**
 * The manifest that a new version would have if it came next.
 *
 * @param versions - all that there are
 */
export const nextVersion = async (
  deps: StoreVersionDeps,
  version: NewVersion,
  versions: readonly VersionRow[],
): Promise<VersionManifest> => {
  const { built, override, insteadOf } = version;
  const parent = insteadOf ?? latestOf(versions);
  const step =
    insteadOf === undefined ? await proposal(deps, version, versions) : patchOf(versions, insteadOf);
  return VersionManifest.parse({
    schemaVersion: 1,
    datasetId: version.datasetId,
    version: step.version,
    ...(parent === undefined ? {} : { parent: parent.version }),
    contentHash: built.contentHash,
    ...built.content,
    statistics: built.statistics,
    inputs: version.inputs,
    createdAt: new Date(deps.clock.now()).toISOString(),
    createdBy: version.createdBy,
    reason: version.reason,
    step: {
      ...(step.bump === undefined ? {} : { bump: step.bump }),
      because: step.because,
      ...(step.because === 'override' ? { overrideReason: override?.reason } : {}),
    },
  });
};

const patchOf = (versions: readonly VersionRow[], { version }: VersionRow): ProposedVersion => ({
  version: nextPatchOf(versions, version),
  bump: 'patch',
  because: 'rebuild',
});

const proposal = async (
  deps: StoreVersionDeps,
  { built, override }: NewVersion,
  versions: readonly VersionRow[],
): Promise<ProposedVersion> => {
  // Of a version that was superseded or let go nothing is left to compare with.
  const comparable = latestOf(versions.filter(({ state }) => state === 'current'));
  const manifest = comparable === undefined ? undefined : await readManifest(deps, comparable);
  const rawLines = manifest === undefined ? [] : await readComparable(deps, manifest);
  return proposeNext(
    latestOf(versions)?.version,
    manifest === undefined ? undefined : { manifest, rawLines },
    { content: built.content, rawLines: comparableOf(built), bump: override?.bump },
  );
};

const comparableOf = ({ texts, content }: BuiltContent): readonly string[] => {
  const raw = texts.get(rawFileName);
  if (raw === undefined) return content.files.map(({ sha256 }) => sha256);
  return linesOf(raw);
};

import { contentHash } from '../../ml/datasets/versions/content-hash.ts';
import type { VersionContent } from '../../ml/datasets/versions/version-manifest.ts';
import type { VersionStatistics } from '../../ml/datasets/versions/version-statistics.ts';
import type { StoreVersionDeps } from '../shared/versions/new-version.ts';
import { makeStoreVersion, type StoredVersion } from '../shared/versions/store-version.ts';

/** Registers what another part of the system has made and keeps: its files stay where they are. */
export const registerContent = (
  deps: StoreVersionDeps,
  {
    datasetId,
    content,
    statistics,
    reason,
  }: {
    readonly datasetId: string;
    readonly content: VersionContent;
    readonly statistics: VersionStatistics;
    readonly reason: string;
  },
): Promise<StoredVersion> =>
  makeStoreVersion(deps)({
    datasetId,
    built: { content, contentHash: contentHash(content), statistics, texts: new Map() },
    // Who is in it is on record with the part that made it.
    people: [],
    inputs: { source: 'registered', excluded: {} },
    createdBy: 'scheduled-registration',
    reason,
  });

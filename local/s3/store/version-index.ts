import { compareUtf8 } from './compare-utf8.ts';
import type { StoredVersion } from './stored-records.ts';

/** All versions of a bucket, in memory: by key, newest first. */
export interface VersionIndex {
  of(key: string): readonly StoredVersion[];
  /** Adds a version, in the place of one with the same id. */
  put(version: StoredVersion): void;
  /** Puts a changed version in the place of the one with the same id. */
  replace(version: StoredVersion): void;
  remove(version: StoredVersion): void;
  /** Keys with at least one version, in UTF-8 order. */
  keys(): readonly string[];
}

/** @param versions - in any order */
export const makeVersionIndex = (versions: readonly StoredVersion[]): VersionIndex => {
  const byKey = new Map<string, StoredVersion[]>();
  let sortedKeys: string[] | undefined;

  const without = (version: StoredVersion) =>
    (byKey.get(version.key) ?? []).filter(({ versionId }) => versionId !== version.versionId);

  const index: VersionIndex = {
    of: (key) => byKey.get(key) ?? [],
    put: (version) => {
      if (!byKey.has(version.key)) sortedKeys = undefined;
      byKey.set(version.key, [version, ...without(version)]);
    },
    replace: (version) => {
      const changed = (byKey.get(version.key) ?? []).map((old) =>
        old.versionId === version.versionId ? version : old,
      );
      byKey.set(version.key, changed);
    },
    remove: (version) => {
      const left = without(version);
      if (left.length > 0) byKey.set(version.key, left);
      else if (byKey.delete(version.key)) sortedKeys = undefined;
    },
    keys: () => {
      sortedKeys ??= [...byKey.keys()].sort(compareUtf8);
      return sortedKeys;
    },
  };
  for (const version of [...versions].sort((a, b) => a.sequence - b.sequence)) index.put(version);
  return index;
};

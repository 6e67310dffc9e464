import { compare, inc, major, minor, satisfies } from 'semver';
import { canonicalJson } from '../../../ml/datasets/versions/canonical-json.ts';
import {
  type Bump,
  type ProposedVersion,
  proposeVersion,
} from '../../../ml/datasets/versions/propose-version.ts';
import { rowDifference } from '../../../ml/datasets/versions/row-difference.ts';
import { schemaDifference } from '../../../ml/datasets/versions/schema-difference.ts';
import type { VersionContent, VersionManifest } from '../../../ml/datasets/versions/version-manifest.ts';
import type { VersionRow } from '../ports/dataset-versions.ts';

/** The highest number of all, in whatever state; undefined for a dataset without a version. */
export const latestOf = (versions: readonly VersionRow[]): VersionRow | undefined =>
  versions.toSorted((a, b) => compare(a.version, b.version)).at(-1);

/** The highest number in use, or of all where none is; erasure makes patches of old versions after newer ones. */
export const latestInUse = (versions: readonly VersionRow[]): VersionRow | undefined =>
  latestOf(versions.filter(({ state }) => state === 'current')) ?? latestOf(versions);

/**
 * The number of a new version after what there is.
 *
 * @param latest - the highest number there is, undefined for the first
 * @param compared - what the new one is compared with; undefined: nothing is left to compare with, so it is major
 */
export const proposeNext = (
  latest: string | undefined,
  compared: { readonly manifest: VersionManifest; readonly rawLines: readonly string[] } | undefined,
  next: {
    readonly content: VersionContent;
    readonly rawLines: readonly string[];
    readonly bump: Bump | undefined;
  },
): ProposedVersion => {
  if (latest === undefined) return proposeVersion(undefined, undefined);
  const before = compared?.manifest;
  const difference = {
    schema: schemaDifference(before?.schema ?? { columns: [] }, next.content.schema),
    rows: rowDifference(compared?.rawLines ?? [], next.rawLines),
    parametersChanged: canonicalJson(before?.parameters ?? null) !== canonicalJson(next.content.parameters),
  };
  return proposeVersion(latest, difference, next.bump);
};

/** The first patch of a version's line (the same major and minor number) that is free. */
export const nextPatchOf = (versions: readonly VersionRow[], version: string): string => {
  const line = `${major(version)}.${minor(version)}.x`;
  const last = versions
    .map((row) => row.version)
    .filter((one) => satisfies(one, line))
    .toSorted(compare)
    .at(-1);
  return inc(last ?? version, 'patch') ?? version;
};

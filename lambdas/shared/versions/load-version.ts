import type { VersionManifest } from '../../../ml/datasets/versions/version-manifest.ts';
import type { Clock } from '../ports/clock.ts';
import type { VersionRow } from '../ports/dataset-versions.ts';
import type { SignedLinks } from '../ports/signed-links.ts';
import { objectKey } from './content-objects.ts';
import { findVersion, readManifest, type VersionReading } from './read-manifest.ts';
import { VersionGoneError } from './version-errors.ts';

export interface LoadVersionDeps extends VersionReading {
  readonly links: SignedLinks;
  readonly clock: Clock;
}

export interface LoadedVersion {
  readonly manifest: VersionManifest;
  readonly links: readonly { readonly name: string; readonly url: string; readonly expiresAt: string }[];
}

/** Long enough to begin a download; one that has begun is not cut off. */
const linkSeconds = 15 * 60;

/**
 * The manifest of a version that is there.
 *
 * @throws {VersionNotFoundError} {VersionGoneError}
 */
export const currentManifest = async (
  deps: VersionReading,
  datasetId: string,
  version: string,
): Promise<VersionManifest> => {
  const row: VersionRow = await findVersion(deps, datasetId, version);
  if (row.state !== 'current') throw new VersionGoneError(version, row.supersededBy);
  return readManifest(deps, row);
};

/**
 * What a version is, and links to its files that hold for a quarter of an hour.
 *
 * @throws {VersionNotFoundError} {VersionGoneError}
 */
export const makeLoadVersion =
  (deps: LoadVersionDeps) =>
  async (datasetId: string, version: string): Promise<LoadedVersion> => {
    const manifest = await currentManifest(deps, datasetId, version);
    const expiresAt = new Date(deps.clock.now() + linkSeconds * 1000).toISOString();
    const own = manifest.files.filter(({ location }) => location === undefined);
    const links = own.map(async ({ name, sha256 }) => {
      const fileName = `${datasetId}-${version}-${name}`;
      const url = await deps.links.toRead(objectKey(datasetId, sha256), {
        fileName,
        expiresSeconds: linkSeconds,
      });
      return { name, url, expiresAt };
    });
    return { manifest, links: await Promise.all(links) };
  };

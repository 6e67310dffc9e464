import { rawFileName } from '../../../ml/datasets/versions/build-content.ts';
import { linesOf } from '../../../ml/datasets/versions/sample-lines.ts';
import { VersionManifest } from '../../../ml/datasets/versions/version-manifest.ts';
import type { ConditionalObjects } from '../ports/conditional-objects.ts';
import type { DatasetVersionRows, VersionRow } from '../ports/dataset-versions.ts';
import { readContent } from './content-objects.ts';
import { VersionNotFoundError } from './version-errors.ts';

export interface VersionReading {
  readonly rows: DatasetVersionRows;
  readonly objects: ConditionalObjects;
}

/** @throws {VersionNotFoundError} */
export const findVersion = async (
  { rows }: Pick<VersionReading, 'rows'>,
  datasetId: string,
  version: string,
): Promise<VersionRow> => {
  const found = (await rows.list(datasetId)).find((row) => row.version === version);
  if (found === undefined) throw new VersionNotFoundError(datasetId, version);
  return found;
};

/** @throws {DamagedObjectError} when it cannot be read as it was written */
export const readManifest = async (
  { objects }: Pick<VersionReading, 'objects'>,
  { datasetId, manifestSha256 }: VersionRow,
): Promise<VersionManifest> =>
  VersionManifest.parse(JSON.parse(await readContent(objects, datasetId, manifestSha256)));

/**
 * What the rows of a version are compared by: their lines before they were prepared, or the hashes of its files where
 * another part of the system keeps them.
 */
export const readComparable = async (
  deps: Pick<VersionReading, 'objects'>,
  manifest: VersionManifest,
): Promise<readonly string[]> => {
  const lines = await readRawLines(deps, manifest);
  return lines.length > 0 ? lines : manifest.files.map(({ sha256 }) => sha256);
};

/** The rows of a version before they were prepared, as lines; none where another part of the system keeps its files. */
export const readRawLines = async (
  { objects }: Pick<VersionReading, 'objects'>,
  manifest: VersionManifest,
): Promise<readonly string[]> => {
  const file = manifest.files.find(({ name, location }) => name === rawFileName && location === undefined);
  if (file === undefined) return [];
  return linesOf(await readContent(objects, manifest.datasetId, file.sha256));
};

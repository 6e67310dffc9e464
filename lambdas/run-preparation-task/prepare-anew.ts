import { buildContent, codeVersion, rawFileName } from '../../ml/datasets/versions/build-content.ts';
import { samplesOfJsonLines } from '../../ml/datasets/versions/sample-lines.ts';
import type { DatasetVersionRows, VersionRow } from '../shared/ports/dataset-versions.ts';
import { latestOf } from '../shared/versions/next-number.ts';
import { readManifest, readRawLines } from '../shared/versions/read-manifest.ts';
import type { RebuildDeps } from '../shared/versions/rebuild-without.ts';
import { makeStoreVersion } from '../shared/versions/store-version.ts';

/** The ids of all datasets. */
export async function* everyDataset(rows: DatasetVersionRows): AsyncGenerator<string> {
  let after: string | undefined;
  do {
    const page = await rows.datasets({ limit: 100, after });
    yield* page.datasetIds;
    after = page.next;
  } while (after !== undefined);
}

/**
 * Prepares the newest version of every dataset anew where other code than today's has prepared it: from the rows as
 * they came, as the next patch. What is up to date is left alone.
 *
 * @returns how many versions are new
 */
export const prepareAnew = async (deps: RebuildDeps): Promise<number> => {
  let made = 0;
  for await (const datasetId of everyDataset(deps.rows)) {
    const versions = await deps.rows.list(datasetId);
    const latest = latestOf(versions.filter(({ state }) => state === 'current'));
    if (latest !== undefined && (await prepareAgain(deps, latest))) made += 1;
  }
  return made;
};

const prepareAgain = async (deps: RebuildDeps, row: VersionRow): Promise<boolean> => {
  const manifest = await readManifest(deps, row);
  const isOurs = manifest.files.some(({ name, location }) => name === rawFileName && location === undefined);
  if (!isOurs || manifest.codeVersion === codeVersion) return false;
  const samples = samplesOfJsonLines((await readRawLines(deps, manifest)).join('\n'));
  const { parameters, schema, inputs } = manifest;
  const { isNew } = await makeStoreVersion(deps)({
    datasetId: row.datasetId,
    built: buildContent(samples, schema, { parameters, secret: await deps.secret.read() }),
    people: await deps.lineage.peopleIn(row.datasetId, row.contentHash),
    inputs,
    createdBy: 'scheduled-preprocessing',
    reason: `prepared again by code version ${codeVersion}`,
  });
  return isNew;
};

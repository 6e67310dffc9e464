import { createHash } from 'node:crypto';
import { DatasetManifest, makeDatasetManifest, manifestText } from '../../../ml/datasets/dataset-manifest.ts';
import { rowsDigest } from '../../../ml/datasets/rows-digest.ts';
import { collect } from '../../shared/collect.ts';
import type { ErasableVersion } from '../../shared/ports/erasable-objects.ts';
import type { SampleOrigins } from '../../shared/ports/sample-origins.ts';
import type { TrainedModels } from '../../shared/ports/trained-models.ts';
import { datasetKeys, partKeys } from '../../shared/training-dataset/dataset-keys.ts';
import type { ErasureStep } from '../erasure-step.ts';
import { type RewriteDeps, rewriteObject } from './rewrite-object.ts';

export interface CrisisDatasetsStepDeps extends RewriteDeps {
  readonly origins: SampleOrigins;
  readonly models: TrainedModels;
}

/** The person's rows in datasets of mood and messages, which the lineage table leads to; its own row goes last. */
export const makeCrisisDatasetsStep = (deps: CrisisDatasetsStepDeps): ErasureStep => ({
  name: 'datasets',
  erase: async ({ userId }) => {
    let rows = 0;
    const datasetsRebuilt: { dataset: string; sha256: string | null }[] = [];
    const modelsAffected: string[] = [];
    for (const { timestamp, sampleId } of await deps.origins.of(userId)) {
      const rebuilt = await rebuild(deps, timestamp, sampleId);
      rows += rebuilt.removedRows;
      datasetsRebuilt.push({ dataset: `crisis ${timestamp}`, sha256: rebuilt.rowsSha256 });
      modelsAffected.push(...(await deps.models.from(timestamp)));
      await deps.origins.forget(userId, timestamp);
    }
    return { removed: { rows, lineageRows: datasetsRebuilt.length }, datasetsRebuilt, modelsAffected };
  },
});

interface RebuiltFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
}

/** Every file of one attempt without one sample, and the manifest that describes what they are now. */
const rebuild = async (
  deps: CrisisDatasetsStepDeps,
  timestamp: string,
  sampleId: string,
): Promise<{ readonly removedRows: number; readonly rowsSha256: string | null }> => {
  const { manifest, ...files } = datasetKeys(timestamp);
  const prefixes = [...Object.values(files), partKeys(timestamp).all];
  const found = await Promise.all(prefixes.map((prefix) => collect(deps.objects.versions(prefix))));
  const digest = rowsDigest();
  const rebuilt: RebuiltFile[] = [];
  const labels = { train: { negative: 0, positive: 0 }, validation: { negative: 0, positive: 0 } };
  let removedRows = 0;
  for (const [key, versions] of Map.groupBy(found.flat(), (version) => version.key)) {
    const file = await withoutSample(deps, versions, sampleId);
    if (file === undefined) continue;
    const isCsv = key.endsWith('.csv');
    rebuilt.push(describe(key, file.text, file.lines.length - (isCsv ? 1 : 0)));
    if (!isCsv) continue;
    removedRows += file.removed;
    const side = labels[key.includes('validation') ? 'validation' : 'train'];
    for (const line of file.lines.slice(1)) {
      digest.add(`${line}\n`);
      side[line.endsWith(',1') ? 'positive' : 'negative'] += 1;
    }
  }
  const described = await describeAgain(deps, manifest, {
    files: rebuilt,
    labels,
    digest: digest.digest(),
    removedRows,
  });
  return { removedRows, rowsSha256: described ? digest.digest() : null };
};

const describe = (path: string, text: string, rows: number): RebuiltFile => ({
  path,
  sha256: createHash('sha256').update(text).digest('hex'),
  bytes: Buffer.byteLength(text),
  rows,
});

/** The newest text of a file without the sample's lines, which stands in its place then; earlier versions are gone. */
const withoutSample = async (
  deps: CrisisDatasetsStepDeps,
  versions: readonly ErasableVersion[],
  sampleId: string,
) => {
  const newest = versions.find(({ isLatest }) => isLatest);
  const bytes = newest === undefined || newest.isMarker ? undefined : await deps.objects.read(newest);
  if (newest === undefined || bytes === undefined) {
    await deps.objects.remove(versions);
    return undefined;
  }
  const lines = Buffer.from(bytes)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  const isOther = (line: string) =>
    !line.startsWith(`${sampleId},`) && !line.startsWith(`{"sample_id":${JSON.stringify(sampleId)},`);
  const kept = lines.filter(isOther);
  const text = kept.map((line) => `${line}\n`).join('');
  if (kept.length < lines.length) {
    const contentType = newest.key.endsWith('.csv') ? 'text/csv' : 'application/jsonl';
    await rewriteObject(deps, versions, { body: text, contentType });
  } else {
    await deps.objects.remove(
      versions.filter((version) => version !== newest && version.versionId !== 'null'),
    );
  }
  return { text, lines: kept, removed: lines.length - kept.length };
};

/** @returns whether there is a manifest, and so a dataset */
const describeAgain = async (
  deps: CrisisDatasetsStepDeps,
  key: string,
  now: {
    readonly files: readonly RebuiltFile[];
    readonly labels: Readonly<Record<'train' | 'validation', { negative: number; positive: number }>>;
    readonly digest: string;
    readonly removedRows: number;
  },
): Promise<boolean> => {
  const versions = (await collect(deps.objects.versions(key))).filter((version) => version.key === key);
  const newest = versions.find(({ isLatest }) => isLatest);
  const bytes = newest === undefined ? undefined : await deps.objects.read(newest);
  if (bytes === undefined) return false;
  const { schemaVersion: _, ...before } = DatasetManifest.parse(
    JSON.parse(Buffer.from(bytes).toString('utf8')),
  );
  const { classCounts, exclusions } = before;
  const byPath = new Map(now.files.map((file) => [file.path, file]));
  const manifest = makeDatasetManifest({
    ...before,
    files: before.files.map((file) => byPath.get(file.path) ?? file),
    rowsSha256: now.digest,
    classCounts: {
      train: { ...classCounts.train, after: now.labels.train },
      validation: { ...classCounts.validation, after: now.labels.validation },
    },
    exclusions: { ...exclusions, rowsErased: (exclusions['rowsErased'] ?? 0) + now.removedRows },
  });
  await rewriteObject(deps, versions, { body: manifestText(manifest), contentType: 'application/json' });
  return true;
};

import { buildContent } from '../../../ml/datasets/versions/build-content.ts';
import { personKeyOf } from '../../../ml/datasets/versions/pseudonyms.ts';
import { samplesOfJsonLines } from '../../../ml/datasets/versions/sample-lines.ts';
import { DomainError } from '../../../ml/domain-error.ts';
import type { LineageEntry } from '../ports/dataset-lineage.ts';
import type { TrainedModel, VersionRow } from '../ports/dataset-versions.ts';
import type { SecretSource } from '../ports/secret-source.ts';
import { discardContent } from './discard-content.ts';
import type { StoreVersionDeps } from './new-version.ts';
import { readManifest, readRawLines } from './read-manifest.ts';
import { makeStoreVersion } from './store-version.ts';

export interface RebuildDeps extends StoreVersionDeps {
  readonly secret: SecretSource;
}

/** What erasing people has done to datasets. */
export interface RebuiltVersions {
  readonly versions: readonly {
    readonly datasetId: string;
    readonly from: string;
    /** Absent where too little was left to make a version of. */
    readonly to?: string;
  }[];
  /** Models trained on versions that held them: they have learned from them. */
  readonly models: readonly TrainedModel[];
}

interface Affected {
  readonly datasetId: string;
  readonly contentHash: string;
  readonly sampleIds: ReadonlySet<string>;
}

/**
 * Takes people out of every version of every dataset: each affected version is built again without them as the next
 * patch of its line, marked superseded, and its objects are removed for good. What died on the way is done by a
 * repeat, which finds the rest through the lineage.
 *
 * Whoever calls has made sure that no build begins with these people any more.
 */
export const makeRebuildWithout =
  (deps: RebuildDeps) =>
  async (personIds: readonly string[]): Promise<RebuiltVersions> => {
    const secret = await deps.secret.read();
    const entries: LineageEntry[] = [];
    for (const personId of personIds) entries.push(...(await deps.lineage.of(personKeyOf(secret, personId))));
    const contents = Map.groupBy(entries, ({ datasetId, contentHash }) => `${datasetId} ${contentHash}`);
    const versions: RebuiltVersions['versions'][number][] = [];
    const models: TrainedModel[] = [];
    for (const [first, ...others] of contents.values()) {
      if (first === undefined) continue;
      const sampleIds = new Set([first, ...others].map(({ sampleId }) => sampleId));
      const done = await takeOut(deps, { ...first, sampleIds }, secret);
      versions.push(...done);
      const affected = new Set(done.map(({ from }) => from));
      const trained = await deps.rows.modelsOf(first.datasetId);
      models.push(...trained.filter(({ version }) => affected.has(version)));
    }
    return { versions, models };
  };

const takeOut = async (
  deps: RebuildDeps,
  affected: Affected,
  secret: string,
): Promise<RebuiltVersions['versions']> => {
  const { datasetId, contentHash } = affected;
  const ofContent = async () =>
    (await deps.rows.list(datasetId)).filter((row) => row.contentHash === contentHash);
  const replaced = new Map<number, string>();
  for (const row of await ofContent()) {
    if (row.state !== 'current') continue;
    const next = await rebuild(deps, row, { ...affected, secret });
    await deps.rows.mark(row, 'superseded', next);
    if (next !== undefined) replaced.set(row.sequence, next);
  }
  const manifests = (await ofContent()).map(({ manifestSha256 }) => manifestSha256);
  await discardContent(deps, affected, manifests);
  // A builder who was just about to finish has either seen that the announcement is gone, or is seen here.
  const rows = await ofContent();
  for (const row of rows) if (row.state === 'current') await deps.rows.mark(row, 'superseded');
  return rows
    .filter((row) => row.state !== 'expired')
    .map((row) => {
      const to = replaced.get(row.sequence) ?? row.supersededBy;
      return { datasetId, from: row.version, ...(to === undefined ? {} : { to }) };
    });
};

/** @returns the number of the version made in its place; undefined where too little is left */
const rebuild = async (
  deps: RebuildDeps,
  row: VersionRow,
  { sampleIds, secret }: Affected & { readonly secret: string },
): Promise<string | undefined> => {
  const manifest = await readManifest(deps, row);
  const samples = samplesOfJsonLines((await readRawLines(deps, manifest)).join('\n')).filter(
    ({ sampleId }) => !sampleIds.has(sampleId),
  );
  try {
    const built = buildContent(samples, manifest.schema, { parameters: manifest.parameters, secret });
    const people = await deps.lineage.peopleIn(row.datasetId, row.contentHash);
    const stored = await makeStoreVersion(deps)({
      datasetId: row.datasetId,
      built,
      people: people.filter(({ sampleId }) => !sampleIds.has(sampleId)),
      inputs: { ...manifest.inputs, source: 'erasure' },
      createdBy: 'erasure',
      reason: `built again without ${sampleIds.size} who asked to be erased`,
      insteadOf: row,
    });
    return stored.row.version;
  } catch (error) {
    // Too few people, or a pipeline that the rest cannot carry; failures of a store are no such thing.
    if (error instanceof DomainError && unbuildable.has(error.code)) return undefined;
    throw error;
  }
};

const unbuildable: ReadonlySet<string> = new Set([
  'invalid-row',
  'unusable-table',
  'insufficient-data',
  'single-class',
]);

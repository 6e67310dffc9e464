import type { VersionManifest } from '../../../ml/datasets/versions/version-manifest.ts';
import type {
  ColumnStatistics,
  VersionStatistics,
} from '../../../ml/datasets/versions/version-statistics.ts';
import { shownCount, shownCounts, smallestGroup } from '../../../ml/privacy/shown-count.ts';
import { mapWithLimit } from '../../shared/map-with-limit.ts';
import type { VersionRow } from '../../shared/ports/dataset-versions.ts';
import { latestInUse } from '../../shared/versions/next-number.ts';
import { readManifest, type VersionReading } from '../../shared/versions/read-manifest.ts';
import { DamagedObjectError } from '../../shared/versions/version-errors.ts';
import type { DatasetFigures } from './schema.ts';

const maxDatasets = 50;
const maxVersions = 10;
const maxColumns = 40;
const readsAtOnce = 8;

type Latest = NonNullable<DatasetFigures['latest']>;
type Distribution = Latest['distributions'][number];

/** What the dashboard shows of each dataset: its newest versions, and how the newest in use differs from its parent. */
export const datasetFigures = async (deps: VersionReading): Promise<DatasetFigures[]> => {
  const { datasetIds } = await deps.rows.datasets({ limit: maxDatasets });
  return mapWithLimit(datasetIds, readsAtOnce, async (datasetId) => {
    const { rows } = await deps.rows.page(datasetId, { limit: maxVersions });
    const newest = latestInUse(rows);
    return {
      datasetId,
      versions: rows.map(({ version, createdAt, state, rows: count, samples }) => ({
        version,
        createdAt,
        state,
        rows: shownCount(count, samples),
        people: shownCount(samples),
      })),
      latest: newest?.state !== 'current' ? null : await latestUnlessGone(deps, rows, newest),
    };
  });
};

/** Nothing of a version that an erasure takes away at this moment; the other datasets are told all the same. */
const latestUnlessGone = async (...version: Parameters<typeof latestFigures>): Promise<Latest | null> => {
  try {
    return await latestFigures(...version);
  } catch (error) {
    if (error instanceof DamagedObjectError) return null;
    throw error;
  }
};

const latestFigures = async (
  deps: VersionReading,
  rows: readonly VersionRow[],
  newest: VersionRow,
): Promise<Latest | null> => {
  const manifest = await readManifest(deps, newest);
  if (manifest.statistics.samples < smallestGroup) return null;
  const parentRow = rows.find(({ version, state }) => version === newest.parent && state === 'current');
  const parent = parentRow === undefined ? undefined : await readManifest(deps, parentRow);
  return {
    version: newest.version,
    parent: parent?.version ?? null,
    classBalance: classBalanceOf(manifest.statistics),
    distributions: distributionsOf(manifest, parent),
  };
};

const classBalanceOf = ({ classBalance }: VersionStatistics): Latest['classBalance'] => {
  const train = shownCounts(classBalance.map((one) => one.train));
  const test = shownCounts(classBalance.map((one) => one.test));
  return classBalance.map(({ value }, index) => ({
    value,
    train: train[index] ?? null,
    test: test[index] ?? null,
  }));
};

const distributionsOf = (manifest: VersionManifest, parent: VersionManifest | undefined): Distribution[] => {
  const isTold = (parent?.statistics.samples ?? 0) >= smallestGroup;
  const before = new Map(isTold ? Object.entries(parent?.statistics.columns ?? {}) : []);
  return Object.entries(manifest.statistics.columns)
    .slice(0, maxColumns)
    .map(([column, statistics]) =>
      distributionOf(column, {
        now: statistics,
        rows: manifest.statistics.rows,
        before: before.get(column),
        parentRows: parent?.statistics.rows ?? 0,
      }),
    );
};

interface Sides {
  readonly now: ColumnStatistics;
  readonly rows: number;
  readonly before: ColumnStatistics | undefined;
  readonly parentRows: number;
}

const distributionOf = (column: string, { now, rows, before, parentRows }: Sides): Distribution => {
  const missing = { missingShare: now.missingShare, parentMissingShare: before?.missingShare ?? null };
  if (now.type === 'number') {
    return {
      type: 'number',
      column,
      ...missing,
      deciles: now.deciles.slice(1, -1),
      parentDeciles: before?.type === 'number' ? before.deciles.slice(1, -1) : null,
    };
  }
  const parentCounts =
    before?.type === 'text' ? new Map(before.top.map(({ value, count }) => [value, count])) : null;
  return {
    type: 'text',
    column,
    ...missing,
    values: now.top.map(({ value, count }) => ({
      value,
      share: count / rows,
      parentShare: parentCounts === null ? null : (parentCounts.get(value) ?? 0) / parentRows,
    })),
  };
};

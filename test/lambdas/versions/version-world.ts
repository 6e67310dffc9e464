import { makeDynamoDbDatasetLineage } from '../../../lambdas/shared/adapters/dynamodb-dataset-lineage.ts';
import { makeDynamoDbDatasetVersions } from '../../../lambdas/shared/adapters/dynamodb-dataset-versions.ts';
import type { Consent } from '../../../lambdas/shared/ports/opt-outs.ts';
import type { PrepareVersionDeps, VersionRequest } from '../../../lambdas/shared/versions/prepare-version.ts';
import type { Row } from '../../../ml/preprocessing/pipeline/row.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { fakeSleep } from '../support/fake-sleep.ts';
import { memoryObjects } from '../support/memory-objects.ts';
import { recordingTelemetry } from '../support/recording-telemetry.ts';
import type { startDynamoDb } from '../support/start-dynamodb.ts';

export type Database = Awaited<ReturnType<typeof startDynamoDb>>;

/** Everything that makes versions, with real tables and a bucket in memory. */
export const versionWorld = ({ client }: Database) => {
  const { telemetry } = recordingTelemetry();
  return storedWorld({
    rows: makeDynamoDbDatasetVersions({ client, tableName: 'wellcast-DatasetVersions' }),
    lineage: makeDynamoDbDatasetLineage({
      client,
      tableName: 'wellcast-DatasetLineage',
      sleep: fakeSleep().sleep,
      random: () => 0.5,
      telemetry,
    }),
  });
};

/** The same over tables of one's own. */
export const storedWorld = (tables: Pick<PrepareVersionDeps, 'rows' | 'lineage'>) => {
  const { clock, advance } = fakeClock();
  const { objects, current } = memoryObjects(clock);
  const erased = new Set<string>();
  const consents = new Map<string, Consent>();
  const deps: PrepareVersionDeps = {
    ...tables,
    objects,
    objectVersions: {
      purge: async (keys) => {
        for (const key of keys) current.delete(key);
      },
    },
    clock,
    secret: { read: async () => 'the secret' },
    optOuts: { read: async (ids) => new Map(ids.map((id) => [id, consents.get(id) ?? 'given'])) },
    erased: { among: async (ids) => new Set(ids.filter((id) => erased.has(id))) },
  };
  return { deps, current, erased, consents, clock, advance };
};

/** Rows of so many people, two each. */
export const someRows = (people: number, change: Row = {}): readonly Row[] =>
  Array.from({ length: 2 * people }, (_, index) => ({
    person: `person-${index % people}`,
    x: index,
    plan: index % 3 === 0 ? 'basic' : 'extra',
    left: index % people < people / 3 ? 'Yes' : 'No',
    ...change,
  }));

/** A request for a version of such rows, whose people are in no other dataset: `person-1` is `person-1 of {dataset}`. */
export const requestOf = (
  datasetId: string,
  rows: readonly Row[],
  change: Partial<VersionRequest> = {},
): VersionRequest => ({
  datasetId,
  rows: rows.map((row) => ({ ...row, person: `${row['person']} of ${datasetId}` })),
  names: Object.keys(rows[0] ?? {}),
  personColumn: 'person',
  parameters: {
    targetColumn: 'left',
    steps: [{ step: 'scale', method: 'standard' }],
    split: { testShare: 0.25, seed: 1 },
  },
  inputs: { source: 'rows', excluded: {} },
  createdBy: 'ada',
  reason: 'a test',
  ...change,
});

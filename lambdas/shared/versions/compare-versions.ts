import * as z from 'zod';
import { SemanticVersion, Slug } from '../../../ml/datasets/feature-set.ts';
import { canonicalJson } from '../../../ml/datasets/versions/canonical-json.ts';
import { ColumnDrift, columnDrift } from '../../../ml/datasets/versions/column-drift.ts';
import { RowDifference, rowDifference } from '../../../ml/datasets/versions/row-difference.ts';
import { samplesOfJsonLines } from '../../../ml/datasets/versions/sample-lines.ts';
import { SchemaDifference, schemaDifference } from '../../../ml/datasets/versions/schema-difference.ts';
import { VersionStatistics } from '../../../ml/datasets/versions/version-statistics.ts';
import { currentManifest } from './load-version.ts';
import { readRawLines, type VersionReading } from './read-manifest.ts';

const Side = VersionStatistics.omit({ columns: true });

/** What differs between two versions. */
export const VersionComparison = z.strictObject({
  datasetId: Slug,
  from: SemanticVersion,
  to: SemanticVersion,
  schema: SchemaDifference,
  /** Feature set, pipeline, split or target are others. */
  parametersChanged: z.boolean(),
  /** Before they were prepared. */
  rows: RowDifference,
  statistics: z.strictObject({ from: Side, to: Side }),
  /** Of the columns that both have with the same type; empty where another part of the system keeps the files. */
  columns: z.array(ColumnDrift),
});
export type VersionComparison = z.infer<typeof VersionComparison>;

/**
 * Compares two versions of a dataset by schema, rows and distributions.
 *
 * @throws {VersionNotFoundError} {VersionGoneError}
 */
export const makeCompareVersions =
  (deps: VersionReading) =>
  async (datasetId: string, from: string, to: string): Promise<VersionComparison> => {
    const [before, after] = [
      await currentManifest(deps, datasetId, from),
      await currentManifest(deps, datasetId, to),
    ];
    const lines = { from: await readRawLines(deps, before), to: await readRawLines(deps, after) };
    const samples = {
      from: samplesOfJsonLines(lines.from.join('\n')),
      to: samplesOfJsonLines(lines.to.join('\n')),
    };
    const shared = before.schema.columns.filter(({ name, type, role }) => {
      const other = after.schema.columns.find((column) => column.name === name);
      return role !== 'time' && other?.type === type;
    });
    const comparable = samples.from.length > 0 && samples.to.length > 0 ? shared : [];
    return {
      datasetId,
      from,
      to,
      schema: schemaDifference(before.schema, after.schema),
      parametersChanged: canonicalJson(before.parameters) !== canonicalJson(after.parameters),
      rows: rowDifference(lines.from, lines.to),
      statistics: { from: Side.strip().parse(before.statistics), to: Side.strip().parse(after.statistics) },
      columns: comparable.map((column) => columnDrift(column, samples.from, samples.to)),
    };
  };

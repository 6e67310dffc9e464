import { applyPipeline } from '../../preprocessing/pipeline/apply-pipeline.ts';
import type { ColumnRoles } from '../../preprocessing/pipeline/column-roles.ts';
import { fitPipelineWithRows } from '../../preprocessing/pipeline/fit-pipeline.ts';
import { savePipeline } from '../../preprocessing/pipeline/fitted-pipeline.ts';
import type { Cell, Row } from '../../preprocessing/pipeline/row.ts';
import { InvalidRowError } from '../invalid-row-error.ts';
import { contentHash, sha256 } from './content-hash.ts';
import { type DatasetSchema, sampleIdColumn } from './dataset-schema.ts';
import type { Sample } from './sample.ts';
import { csvOf, jsonLinesOf } from './sample-lines.ts';
import { splitSamples } from './split-samples.ts';
import { classOfTarget, twoClasses } from './two-classes.ts';
import type { VersionContent, VersionFile, VersionParameters } from './version-manifest.ts';
import { type VersionStatistics, versionStatistics } from './version-statistics.ts';

/** Of this code: rises whenever the same samples and parameters would become other files. */
export const codeVersion = 1;

/** The rows before they are prepared; a version is rebuilt and compared from this file. */
export const rawFileName = 'raw.jsonl';

export interface BuiltContent {
  readonly content: VersionContent;
  readonly contentHash: string;
  readonly statistics: VersionStatistics;
  /** Texts of the files, by name. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * The files of a dataset version: samples split by person, the pipeline fitted on the training side and applied to
 * both. The same samples and parameters give the same bytes.
 *
 * @param samples - in the order of `inOrder`
 * @param schema - of their columns
 * @param options - parameters, and the secret that keys the split
 * @throws {InvalidRowError} {TableError} {InsufficientDataError} when the rows do not suit the parameters
 */
export const buildContent = (
  samples: readonly Sample[],
  schema: DatasetSchema,
  options: { readonly parameters: VersionParameters; readonly secret: string },
): BuiltContent => {
  const { parameters, secret } = options;
  const { targetColumn, positive } = parameters;
  const targets = targetColumn === undefined ? [] : samples.map(({ cells }) => cells[targetColumn] ?? null);
  if (positive !== undefined && targetColumn !== undefined && !targets.includes(positive)) {
    throw new InvalidRowError(
      `No row has the positive value in column ${targetColumn}: check its spelling and case.`,
      {
        column: targetColumn,
      },
    );
  }
  const classes = twoClasses(targets, positive);
  const sides = splitSamples(samples, { ...parameters.split, secret }, classOfTarget(targetColumn, classes));
  const inputs = { targetColumn, classes, roles: rolesOf(parameters) };
  const { fitted, rows: train } = fitPipelineWithRows(parameters.steps, {
    part: 'training',
    roles: inputs.roles,
    rows: rowsFor(sides.train, inputs),
    // The training side may hold no value of a column that the other has.
    kinds: Object.fromEntries(schema.columns.map(({ name, type }) => [name, type])),
  });
  const test = applyPipeline(fitted, rowsFor(sides.test, inputs));
  const preparedColumns = fitted.outputs.map(({ name }) => name);
  const columns = [
    sampleIdColumn,
    ...(parameters.timeColumn === undefined ? [] : [parameters.timeColumn]),
    ...preparedColumns,
    ...(targetColumn === undefined ? [] : [targetColumn]),
  ];
  const raw = jsonLinesOf(samples, schema);
  const texts = new Map([
    [rawFileName, raw.join('')],
    ['train.csv', csvOf(train, columns)],
    ['test.csv', csvOf(test, columns)],
    ['pipeline.json', `${savePipeline(fitted)}\n`],
  ]);
  const rows = new Map([
    [rawFileName, raw.length],
    ['train.csv', train.length],
    ['test.csv', test.length],
  ]);
  const content: VersionContent = {
    files: [...texts].map(([name, text]) => fileOf(name, text, rows.get(name))),
    schema,
    preparedColumns,
    ...(classes === undefined ? {} : { classes: [...classes] }),
    parameters,
    codeVersion,
  };
  return { content, contentHash: contentHash(content), statistics: versionStatistics(sides, schema), texts };
};

const rolesOf = ({ targetColumn, timeColumn }: VersionParameters): ColumnRoles => ({
  person: sampleIdColumn,
  ...(targetColumn === undefined ? {} : { target: targetColumn }),
  ...(timeColumn === undefined ? {} : { time: timeColumn }),
});

/** Rows as a pipeline takes them, a target of two values as 0 and 1. */
const rowsFor = (
  samples: readonly Sample[],
  inputs: { readonly targetColumn: string | undefined; readonly classes: readonly [Cell, Cell] | undefined },
): readonly Row[] => {
  const classOf = classOfTarget(inputs.targetColumn, inputs.classes);
  return samples.map((sample) => {
    const label = classOf(sample);
    return {
      [sampleIdColumn]: sample.sampleId,
      ...sample.cells,
      ...(inputs.targetColumn === undefined || label === undefined ? {} : { [inputs.targetColumn]: label }),
    };
  });
};

const contentTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl',
  json: 'application/json',
};

const fileOf = (name: string, text: string, rows: number | undefined): VersionFile => ({
  name,
  sha256: sha256(text),
  bytes: new TextEncoder().encode(text).length,
  ...(rows === undefined ? {} : { rows }),
  contentType: contentTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
});

import { VersionComparison } from '../../lambdas/shared/versions/compare-versions.ts';
import { type ApiOptions, preparationApi } from '../cli/preparation-api.ts';
import { table } from '../cli/table.ts';

export interface CompareVersionsOptions extends ApiOptions {
  readonly from: string;
  readonly to: string;
  readonly json: boolean;
}

const shown = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(4));

/** What differs between two versions. */
export const compareVersions = async (dataset: string, options: CompareVersionsOptions): Promise<void> => {
  const call = await preparationApi(options);
  const { from, to } = options;
  const answer = await call(`GET /datasets/compare?datasetId=${dataset}&from=${from}&to=${to}`);
  const compared = VersionComparison.parse(answer);
  if (options.json) {
    process.stdout.write(`${JSON.stringify(compared)}\n`);
    return;
  }
  const { schema, rows, columns } = compared;
  const lines = [
    `rows: ${rows.added} added, ${rows.removed} removed, ${rows.kept} kept`,
    `columns: added ${schema.added.join(', ') || 'none'}; removed ${schema.removed.join(', ') || 'none'}; ` +
      `changed ${schema.changed.join(', ') || 'none'}`,
    `parameters ${compared.parametersChanged ? 'changed' : 'alike'}`,
    ...table([
      ['column', 'missing before', 'after', 'PSI beyond chance', 'KS', 'p'],
      ...columns.map((column) => [
        column.name,
        shown(column.missingShare.from),
        shown(column.missingShare.to),
        shown(column.psiExcess),
        shown(column.ks),
        shown(column.ksPValue),
      ]),
    ]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
};

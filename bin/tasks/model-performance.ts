import * as z from 'zod';
import { type ApiOptions, preparationApi } from '../cli/preparation-api.ts';
import { table } from '../cli/table.ts';

const Metric = z.object({ value: z.number(), low: z.number().optional(), high: z.number().optional() });
const History = z.looseObject({
  records: z.array(
    z.looseObject({
      measuredAt: z.string(),
      version: z.number(),
      environment: z.string(),
      split: z.string(),
      metrics: z.record(z.string(), Metric),
    }),
  ),
});
const Comparison = z.looseObject({
  differences: z.array(
    z.looseObject({
      version: z.number(),
      baselineVersion: z.number(),
      metric: z.string(),
      difference: z.number(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      isWithinNoise: z.boolean().nullable(),
      method: z.string(),
    }),
  ),
});

export interface PerformanceOptions extends ApiOptions {
  readonly model: string;
  readonly metric?: string;
  readonly environment?: string;
  readonly split?: string;
  readonly json: boolean;
}

const shown = (value: number | null): string => (value === null ? '–' : value.toFixed(4));

const queryOf = (facts: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(facts).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  return new URLSearchParams(given).toString();
};

const printRows = (rows: readonly (readonly string[])[], otherwise: string): void => {
  process.stdout.write(rows.length < 2 ? `${otherwise}\n` : `${table(rows).join('\n')}\n`);
};

/** Prints what a model was worth, newest first. */
export const showPerformance = async (options: PerformanceOptions): Promise<void> => {
  const { model: modelId, metric, environment, split } = options;
  const query = queryOf({ modelId, metric, environment, split, limit: '100' });
  const call = await preparationApi(options);
  const history = History.parse(await call(`GET /models/performance?${query}`));
  if (options.json) {
    process.stdout.write(`${JSON.stringify(history.records)}\n`);
    return;
  }
  const rows = history.records.flatMap(({ measuredAt, version, metrics, ...record }) =>
    Object.entries(metrics)
      .filter(([name]) => metric === undefined || name === metric)
      .map(([name, { value, low = null, high = null }]) => [
        measuredAt,
        String(version),
        record.environment,
        record.split,
        name,
        shown(value),
        `${shown(low)} … ${shown(high)}`,
      ]),
  );
  const header = ['measured', 'version', 'environment', 'split', 'metric', 'value', '95 % interval'];
  printRows([header, ...rows], `Nothing is recorded of ${modelId} there.`);
};

/** Prints how versions differ from the first, and whether that is more than chance. */
export const compareModels = async (versions: string, options: PerformanceOptions): Promise<void> => {
  const { model: modelId, environment, split } = options;
  const query = queryOf({ modelId, versions, environment, split });
  const call = await preparationApi(options);
  const comparison = Comparison.parse(await call(`GET /models/compare?${query}`));
  if (options.json) {
    process.stdout.write(`${JSON.stringify(comparison)}\n`);
    return;
  }
  const verdicts = new Map([
    [true, 'within noise'],
    [false, 'a difference'],
  ]);
  const rows = comparison.differences.map((one) => [
    `${one.version} less ${one.baselineVersion}`,
    one.metric,
    shown(one.difference),
    `${shown(one.low)} … ${shown(one.high)}`,
    one.isWithinNoise === null ? 'unknown' : (verdicts.get(one.isWithinNoise) ?? ''),
    one.method,
  ]);
  const header = ['versions', 'metric', 'difference', '95 % interval', 'verdict', 'by'];
  printRows([header, ...rows], 'The versions have no metric in common.');
};

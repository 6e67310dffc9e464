import type { PerformanceRecord } from '../../../ml/evaluation/performance-record.ts';
import { mapWithLimit } from '../../shared/map-with-limit.ts';
import type { ModelPerformance } from '../../shared/ports/model-performance.ts';
import type { ModelStages } from '../../shared/ports/model-stages.ts';
import type { ModelVersions } from '../../shared/ports/model-versions.ts';
import type { ModelFigures } from './schema.ts';

export interface ModelReading {
  readonly versions: ModelVersions;
  readonly stages: ModelStages;
  readonly performance: ModelPerformance;
}

const maxModels = 50;
const maxRecords = 100;
const readsAtOnce = 8;

/** What models were worth over time, a series for each metric, environment and split. */
export const modelFigures = async (deps: ModelReading): Promise<ModelFigures[]> => {
  const ids = await deps.versions.modelIds();
  return mapWithLimit(ids.slice(0, maxModels), readsAtOnce, async (modelId) => {
    const [book, { items }] = await Promise.all([
      deps.stages.read(modelId),
      deps.performance.history({ modelId, limit: maxRecords }),
    ]);
    return { modelId, production: book.production, series: seriesOf(items.toReversed()) };
  });
};

const seriesOf = (records: readonly PerformanceRecord[]): ModelFigures['series'] => {
  const figures = records.flatMap(({ metrics, environment, split, measuredAt: at, version }) =>
    Object.entries(metrics).map(([metric, { value, low = null, high = null }]) => ({
      of: { metric, environment, split },
      point: { at, version, value, low, high },
    })),
  );
  const bySeries = Map.groupBy(figures, ({ of: { metric, environment, split } }) =>
    [metric, environment, split].join(' '),
  );
  return [...bySeries.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first.of, points: group.map(({ point }) => point) }];
  });
};

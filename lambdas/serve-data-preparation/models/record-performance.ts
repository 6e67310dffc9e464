import { createHash } from 'node:crypto';
import { estimateOutcomes } from '../../../ml/evaluation/estimate-outcomes.ts';
import type { PerformanceRecord } from '../../../ml/evaluation/performance-record.ts';
import { InvalidRequestError } from '../../../ml/invalid-request-error.ts';
import { seededRandom } from '../../../ml/random/seeded-random.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { DatasetVersionRows } from '../../shared/ports/dataset-versions.ts';
import type { ModelPerformance } from '../../shared/ports/model-performance.ts';
import type { ModelVersions } from '../../shared/ports/model-versions.ts';
import { ModelVersionNotFoundError } from './model-errors.ts';
import type { FloorVerdict, RecordPerformance } from './schema.ts';
import type { WatchFloors } from './watch-floors.ts';

/** By how far clocks of those who measure may be ahead of ours. */
const clockRoomMs = 5 * 60_000;

/** Of a bootstrap: 20,000 rows take about a second. */
export const resamples = 400;

export interface PerformanceDeps {
  readonly versions: ModelVersions;
  readonly performance: ModelPerformance;
  readonly watchFloors: WatchFloors;
  /** Told of each model that was made or measured with a dataset version, which is then kept for it. */
  readonly datasetUses: Pick<DatasetVersionRows, 'recordModel'>;
  readonly clock: Clock;
}

/**
 * Records what a version was worth, and looks whether that is under the floor. The same record again changes nothing,
 * but the floor is looked at again, so that a repeat makes up for what failed before.
 *
 * @throws {ModelVersionNotFoundError} when the version is not registered
 * @throws {InvalidRequestError} when it was measured in the future, where it would be the newest record for good
 */
export const recordPerformance = async (
  deps: PerformanceDeps,
  request: RecordPerformance,
): Promise<{
  readonly record: PerformanceRecord;
  readonly floors: FloorVerdict;
  readonly isNew: boolean;
}> => {
  const { outcomes, metrics: given, measuredAt, ...facts } = request;
  const at = measuredAt === undefined ? deps.clock.now() : Date.parse(measuredAt);
  if (at > deps.clock.now() + clockRoomMs) {
    throw new InvalidRequestError([
      { field: 'measuredAt', allowed: 'a moment that has passed', arrived: 'a moment to come' },
    ]);
  }
  const known = await deps.versions.find(facts.modelId, facts.version);
  if (known === undefined) throw new ModelVersionNotFoundError();
  const computed =
    outcomes === undefined
      ? []
      : estimateOutcomes(outcomes, { resamples, random: seededRandom('performance') });
  const content = {
    ...facts,
    measuredAt: new Date(at).toISOString(),
    metrics: { ...Object.fromEntries(computed), ...given },
    hasOutcomes: outcomes !== undefined,
  };
  const recordId = createHash('sha256')
    .update(JSON.stringify([content, outcomes]))
    .digest('hex')
    .slice(0, 32);
  const record: PerformanceRecord = { recordId, ...content };
  const { datasetId, datasetVersion, modelId, version } = facts;
  if (datasetId !== undefined && datasetVersion !== undefined) {
    const model = { modelName: modelId, modelVersion: String(version) };
    await deps.datasetUses.recordModel({ datasetId, version: datasetVersion, ...model });
  }
  const isNew = await deps.performance.record(record, outcomes);
  return { record, isNew, floors: await deps.watchFloors(record) };
};

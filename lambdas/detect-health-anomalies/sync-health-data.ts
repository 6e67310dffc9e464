import { dayClock } from '../../ml/time/day-clock.ts';
import { utcClock } from '../../ml/time/utc-clock.ts';
import { anomalousScore } from '../../ml/wearable/calibrated-score.ts';
import { defaultModelSettings } from '../../ml/wearable/model-settings.ts';
import type { Anomaly } from '../shared/alert-book/record-anomalies.ts';
import { thresholdFactor } from '../shared/alert-book/threshold-factor.ts';
import { ModelUnavailableError } from '../shared/model-unavailable-error.ts';
import type { HealthMetrics } from '../shared/ports/health-metrics.ts';
import type { Profiles } from '../shared/ports/profiles.ts';
import type { Tombstones } from '../shared/ports/tombstones.ts';
import type { WearableModels } from '../shared/ports/wearable-models.ts';
import { ErasedUserError } from '../shared/user-errors.ts';
import { admitEntries } from './admit-entries.ts';
import { type AlertPeopleDeps, alertPeople } from './alert-people.ts';
import { chooseJudge } from './choose-judge.ts';
import { requestsOf, usualReach, workOf } from './device-work.ts';
import { type GatheredDevice, gatherSamples, readAround } from './gather-samples.ts';
import { type SyncAnswer, summarise } from './health-answer.ts';
import { reportScores } from './report-scores.ts';
import type { SyncRequest } from './schema.ts';
import { type GatheredScores, scoreGathered } from './score-gathered.ts';
import { storeSamples } from './store-samples.ts';
import { type Tally, tallyOutcomes } from './tally-outcomes.ts';

export interface SyncHealthDataDeps extends AlertPeopleDeps {
  readonly metrics: HealthMetrics;
  readonly profiles: Profiles;
  readonly tombstones: Pick<Tombstones, 'among'>;
  readonly models: WearableModels;
}

/**
 * Stores what a person's watches measured, each metric once however often it comes, and scores what has no score
 * yet: by the model where there is context enough, else by rules. Anomalies are entered into the person's alert
 * book and told of once an episode.
 *
 * @param request - checked; its user is who is signed in
 * @throws {ErasedUserError} when the person was erased; nothing is stored
 * @throws {ModelUnavailableError} when nothing could be scored; the metrics are stored then, and scored by a later
 *   call
 */
export const makeSyncHealthData =
  (deps: SyncHealthDataDeps) =>
  async (request: SyncRequest): Promise<SyncAnswer> => {
    const { metrics, clock, telemetry } = deps;
    const { userId } = request;
    const now = clock.now();
    const writer = deps.newId();
    const admission = admitEntries(request.entries, now);
    const [erased, { judge, timeZone }, { book }, unscored, around] = await Promise.all([
      deps.tombstones.among([userId]),
      chooseJudge(deps, userId),
      deps.books.read(userId),
      metrics.unscored(userId),
      Promise.all(requestsOf(userId, admission).map((device) => readAround(metrics, device, usualReach))),
    ]);
    if (erased.size > 0) throw new ErasedUserError();
    const zone = timeZone === 'UTC' ? utcClock : dayClock(timeZone);
    const work = workOf(userId, around, judge.kind === 'nobody' ? [] : unscored);
    const settings = judge.kind === 'model' ? judge.model.settings : defaultModelSettings;
    const gathered = await Promise.all(work.map((device) => gatherSamples(metrics, device, settings)));
    const scored = scoreGathered(gathered, { judge, personalFactor: thresholdFactor(book), zone }, telemetry);
    const outcomes = await Promise.all(
      gathered.map(async (device, index) => {
        const scores = scored.scores[index] ?? new Map();
        return [
          device.device.deviceId,
          await storeSamples({ metrics, writer, now }, device, scores),
        ] as const;
      }),
    );
    const byDevice = new Map(outcomes);
    const tally = tallyOutcomes(
      request.rejected,
      admission,
      ({ deviceId, timestampMs }) => byDevice.get(deviceId)?.get(timestampMs) ?? { kind: 'too-dense' },
    );
    report(deps, tally, scored);
    const anomalies = anomaliesIn(tally, gathered, scored);
    if (anomalies.length > 0 || book.episodes.some(({ alert }) => alert === 'due')) {
      await alertPeople(deps, { userId, anomalies, zone });
    }
    if (scored.problem !== undefined) throw unscoredError(scored.problem, tally);
    return { success: true, message: messageOf(tally), ...summarise(tally.results), ...tally };
  };

/**
 * Those of the request, also where they were stored before, since the call that stored them may have ended before it
 * could tell; and those among what earlier calls left without a score.
 */
const anomaliesIn = (
  { results }: Tally,
  gathered: readonly GatheredDevice[],
  { scores }: GatheredScores,
): readonly Anomaly[] => {
  const leftOver = gathered.flatMap(({ targets }, index) =>
    targets
      .filter(({ isStored }) => isStored)
      .map(({ sample: { timestampMs } }) => ({
        timestampMs,
        score: scores[index]?.get(timestampMs)?.anomalyScore ?? 0,
      })),
  );
  const requested = results.map(({ timestamp, anomalyScore }) => ({
    timestampMs: timestamp ?? 0,
    score: anomalyScore,
  }));
  return [...requested, ...leftOver].filter(({ score }) => score >= anomalousScore);
};

const report = (
  { telemetry }: SyncHealthDataDeps,
  { accepted, duplicates, rejected, results }: Tally,
  { errorRatios }: GatheredScores,
): void => {
  if (accepted > 0) telemetry.count('MetricsAccepted', accepted);
  if (duplicates > 0) telemetry.count('MetricsDuplicate', duplicates);
  if (rejected.length > 0) telemetry.count('MetricsRejected', rejected.length);
  reportScores(telemetry, { results, errorRatios });
  telemetry.info('metrics synced', {
    accepted,
    duplicates,
    rejected: rejected.length,
    scored: errorRatios.length,
  });
};

const messageOf = ({ accepted, duplicates, rejected }: Tally): string =>
  `${accepted} stored, ${duplicates} known already, ${rejected.length} rejected`;

const unscoredError = (cause: ModelUnavailableError, { accepted, duplicates, rejected }: Tally) =>
  new ModelUnavailableError(
    cause.problem,
    { success: false, stored: true, accepted, duplicates, rejected },
    { cause },
  );

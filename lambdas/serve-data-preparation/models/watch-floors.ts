import { approvalLimits } from '../../../ml/evaluation/approval-gate.ts';
import type { PerformanceRecord } from '../../../ml/evaluation/performance-record.ts';
import type { Alerts } from '../../shared/ports/alerts.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { DailyClaims } from '../../shared/ports/daily-claims.ts';
import type { StartTraining } from '../../shared/ports/training-runs.ts';
import type { FloorVerdict } from './schema.ts';

/** What a model in production must not fall under: what the gate asked of it. */
export const performanceFloors: readonly { readonly metric: string; readonly floor: number }[] = [
  { metric: 'auc', floor: approvalLimits.aucAbove },
  { metric: 'recall', floor: approvalLimits.recallAbove },
];

/** Models that are trained by preparing training data anew; others are people's to retrain. */
const retrainable: ReadonlySet<string> = new Set(['crisis']);

export interface FloorDeps {
  readonly alerts: Alerts;
  readonly startTraining: StartTraining;
  readonly claims: DailyClaims;
  readonly clock: Clock;
}

export type WatchFloors = (record: PerformanceRecord) => Promise<FloorVerdict>;

/**
 * Raises one alarm and starts one retraining a day (UTC) for a model whose figures in production, on rows it was not
 * trained on, lie under a floor. A day's turn is marked as done only afterwards, and the retraining carries the day
 * in its key: what failed half-way is made up for by the next record, and trains once all the same.
 */
export const makeWatchFloors =
  ({ alerts, startTraining, claims, clock }: FloorDeps): WatchFloors =>
  async ({ modelId, version, environment, split, metrics }) => {
    const figures = new Map(Object.entries(metrics));
    const below = performanceFloors.flatMap(({ metric, floor }) => {
      const value = figures.get(metric)?.value;
      return value !== undefined && value < floor ? [{ metric, value, floor }] : [];
    });
    if (environment !== 'production' || split === 'train' || below.length === 0) {
      return { below, alarm: 'none', retraining: 'none' };
    }
    const canRetrain = retrainable.has(modelId);
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    const turn = `performance/${modelId}/${day}`;
    const claim = await claims.claim(turn, clock.now());
    if (claim !== 'claimed') {
      return { below, alarm: 'raised-before', retraining: canRetrain ? 'started-before' : 'none' };
    }
    try {
      if (canRetrain) await startTraining({ runId: `performance-${modelId}-${day}`, parameters: '{}' });
      const figuresText = below.map(({ metric, value, floor }) => `${metric} ${value.toFixed(3)} < ${floor}`);
      await alerts.send({
        subject: `Model ${modelId} has fallen under its floor`,
        message: `Version ${version} in production: ${figuresText.join(', ')}. ${
          canRetrain ? 'Retraining has been started.' : 'Nothing retrains this model by itself.'
        } See docs/preparation-api.md.`,
      });
      await claims.done(turn);
    } catch (error) {
      await claims.release(turn);
      throw error;
    }
    return { below, alarm: 'raised', retraining: canRetrain ? 'started' : 'none' };
  };

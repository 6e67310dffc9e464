import { createRoute, z } from '@hono/zod-openapi';
import { smallestGroup } from '../../../ml/privacy/shown-count.ts';
import type { AnomalyOverview } from '../../shared/ports/anomaly-overview.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { RecentAudit } from '../../shared/ports/recent-audit.ts';
import type { TrainingJobStates } from '../../shared/ports/training-job-states.ts';
import type { VersionReading } from '../../shared/versions/read-manifest.ts';
import { access, refusals } from '../auth/access.ts';
import { anomalyFigures } from '../dashboard/anomaly-figures.ts';
import { datasetFigures } from '../dashboard/dataset-figures.ts';
import { type ModelReading, modelFigures } from '../dashboard/model-figures.ts';
import { DashboardSummary } from '../dashboard/schema.ts';
import { jsonAnswer } from '../http/json-content.ts';
import { type Area, makeArea } from '../http/make-area.ts';

export interface DashboardDeps extends ModelReading {
  readonly versionReading: VersionReading;
  readonly overview: AnomalyOverview;
  readonly jobs: TrainingJobStates;
  readonly recentAudit: RecentAudit;
  readonly clock: Clock;
}

const shownEntries = 20;

const summary = createRoute({
  method: 'get',
  path: '/dashboard/summary',
  summary: 'The figures behind the dashboard, without counts of few people',
  ...access('read'),
  request: { query: z.strictObject({}) },
  responses: { 200: jsonAnswer('The figures.', 'DashboardSummary', DashboardSummary), ...refusals },
});

/** The dashboard's figures. */
export const makeDashboardRoutes = (deps: DashboardDeps): Area => {
  const area = makeArea();
  area.openapi(summary, async (context) => {
    const now = deps.clock.now();
    const [datasets, models, anomalies, jobs, records] = await Promise.all([
      datasetFigures(deps.versionReading),
      modelFigures(deps),
      anomalyFigures(deps.overview, now),
      deps.jobs.list(shownEntries),
      deps.recentAudit.newest(shownEntries),
    ]);
    const trainingJobs = jobs.map(({ jobName, status, startedAt = null, endedAt = null }) => {
      return { jobName, status, startedAt, endedAt };
    });
    const audit = records.map(({ sequence, at, actor, action, outcome }) => {
      return { sequence, at, actor: 'role' in actor ? actor.role : actor.function, action, outcome };
    });
    const generatedAt = new Date(now).toISOString();
    return context.json(
      { generatedAt, smallestGroup, datasets, models, anomalies, trainingJobs, audit },
      200,
    );
  });
  return area;
};

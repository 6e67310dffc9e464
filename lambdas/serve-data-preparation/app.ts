import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import type { AuditTrail } from '../shared/ports/audit-trail.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import { callerOfEvent } from './auth/caller.ts';
import type { ExtractionDeps } from './features/extract-features.ts';
import type { Area } from './http/make-area.ts';
import type { PreparationEnv } from './http/preparation-env.ts';
import type { StageDeps } from './models/change-stage.ts';
import type { PerformanceDeps } from './models/record-performance.ts';
import { describeApi } from './openapi/describe-api.ts';
import { problemOfError } from './problems/problem-of-error.ts';
import { RouteNotFoundError, UnsupportedMediaTypeError } from './problems/request-errors.ts';
import { type DashboardDeps, makeDashboardRoutes } from './routes/dashboard.ts';
import { type DatasetBuildDeps, makeDatasetBuildRoutes } from './routes/dataset-builds.ts';
import { type DatasetVersionDeps, makeDatasetVersionRoutes } from './routes/dataset-versions.ts';
import { type FeatureSetDeps, makeFeatureSetRoutes } from './routes/feature-sets.ts';
import { makeFeatureRoutes } from './routes/features.ts';
import { makeModelPerformanceRoutes } from './routes/model-performance.ts';
import { makeModelStageRoutes } from './routes/model-stages.ts';
import { makePreprocessRoutes } from './routes/preprocess.ts';
import { makeSubjectRoutes, type SubjectDeps } from './routes/subjects.ts';
import { makeTrainingRoutes, type TrainingDeps } from './routes/training-runs.ts';

/** Where every path begins, as the gateway's route does. */
export const basePath = '/api/v1/ml-data-preparation';

/** All that the routes need. */
export interface PreparationDeps
  extends FeatureSetDeps,
    PerformanceDeps,
    StageDeps,
    TrainingDeps,
    DatasetBuildDeps,
    SubjectDeps,
    DatasetVersionDeps,
    DashboardDeps {
  readonly extraction: ExtractionDeps;
  readonly audit: AuditTrail;
  readonly telemetry: Telemetry;
}

const makeAreas = (deps: PreparationDeps): readonly Area[] => [
  makeFeatureSetRoutes(deps),
  makeFeatureRoutes(deps.extraction),
  makeModelPerformanceRoutes(deps),
  makeModelStageRoutes(deps),
  makeTrainingRoutes(deps),
  makeDatasetBuildRoutes(deps),
  makeDatasetVersionRoutes(deps),
  makeDashboardRoutes(deps),
  makePreprocessRoutes(),
  makeSubjectRoutes(deps),
];

/** The data preparation service as a function from requests to responses. */
export const makePreparationApp = (deps: PreparationDeps): OpenAPIHono<PreparationEnv> => {
  const app = new OpenAPIHono<PreparationEnv>();
  app.onError((thrown, { env }) => {
    const isMediaType = thrown instanceof HTTPException && thrown.status === 415;
    const error = isMediaType ? new UnsupportedMediaTypeError() : thrown;
    const problem = problemOfError(error, env.requestId);
    const facts = { code: problem.type, statusCode: problem.status };
    if (problem.status < 500) deps.telemetry.warn('request refused', facts);
    else deps.telemetry.error('request failed', error, facts);
    deps.telemetry.count(problem.status < 500 ? 'RefusedRequests' : 'FailedRequests');
    return new Response(JSON.stringify(problem), {
      status: problem.status,
      headers: { 'content-type': 'application/problem+json' },
    });
  });
  app.notFound(() => {
    throw new RouteNotFoundError();
  });
  app.use(async (context, next) => {
    context.set('caller', callerOfEvent(context.env.event));
    context.set('audit', deps.audit);
    await next();
    context.header('cache-control', 'no-store');
  });
  for (const area of makeAreas(deps)) app.route(basePath, area);
  describeApi(app, `${basePath}/openapi.json`);
  return app;
};

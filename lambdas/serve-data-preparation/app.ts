import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ExtractionDeps } from '../shared/features/extract-features.ts';
import { type AppDeps, makeApp } from './http/make-app.ts';
import type { Area } from './http/make-area.ts';
import type { PreparationEnv } from './http/preparation-env.ts';
import type { StageDeps } from './models/change-stage.ts';
import type { PerformanceDeps } from './models/record-performance.ts';
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

/** All that the routes need. */
export interface PreparationDeps
  extends AppDeps,
    FeatureSetDeps,
    PerformanceDeps,
    StageDeps,
    TrainingDeps,
    DatasetBuildDeps,
    SubjectDeps,
    DatasetVersionDeps,
    DashboardDeps {
  readonly extraction: ExtractionDeps;
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
export const makePreparationApp = (deps: PreparationDeps): OpenAPIHono<PreparationEnv> =>
  makeApp(deps, makeAreas(deps));

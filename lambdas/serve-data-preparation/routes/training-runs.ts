import { createRoute, z } from '@hono/zod-openapi';
import type { DatasetRuns } from '../../shared/ports/dataset-runs.ts';
import type { TrainingJobStates } from '../../shared/ports/training-job-states.ts';
import type { StartTraining, TrainingRuns } from '../../shared/ports/training-runs.ts';
import { access, bodyRefusals, refusals } from '../auth/access.ts';
import { jsonAnswer, jsonBody } from '../http/json-content.ts';
import { type Area, makeArea } from '../http/make-area.ts';
import { problemAnswer } from '../problems/problem-answers.ts';
import { readTrainingRun } from '../training/read-training-run.ts';
import { RunId, StartTrainingRun, TrainingRunState } from '../training/schema.ts';

export interface TrainingDeps {
  readonly runs: TrainingRuns;
  readonly jobs: TrainingJobStates;
  readonly datasets: Pick<DatasetRuns, 'find'>;
  readonly startTraining: StartTraining;
  readonly newId: () => string;
}

const start = createRoute({
  method: 'post',
  path: '/training/runs',
  summary: 'Prepare training data now and train on it',
  ...access('change'),
  request: jsonBody('StartTrainingRun', StartTrainingRun),
  responses: {
    202: jsonAnswer('Started, or under way already; ask how it goes.', 'TrainingRunState', TrainingRunState),
    409: problemAnswer('A run of this id was asked for with other parameters.'),
    ...bodyRefusals,
  },
});

const find = createRoute({
  method: 'get',
  path: '/training/runs/{id}',
  summary: 'How a training run goes',
  ...access('read'),
  request: { params: z.strictObject({ id: RunId }), query: z.strictObject({}) },
  responses: {
    200: jsonAnswer('The run.', 'TrainingRunState', TrainingRunState),
    404: problemAnswer('There is no such run.'),
    ...refusals,
  },
});

/** Training on demand. */
export const makeTrainingRoutes = (deps: TrainingDeps): Area => {
  const area = makeArea();
  area.openapi(start, async (context) => {
    const { runId = deps.newId(), parameters } = context.req.valid('json');
    await deps.startTraining({ runId, parameters: JSON.stringify(parameters) });
    return context.json(await readTrainingRun(deps, runId), 202);
  });
  area.openapi(find, async (context) =>
    context.json(await readTrainingRun(deps, context.req.valid('param').id), 200),
  );
  return area;
};

import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { RebuildDeps } from '../shared/versions/rebuild-without.ts';
import { letGo } from './let-go.ts';
import { everyDataset, prepareAnew } from './prepare-anew.ts';
import { type PrepareDatasetsDeps, preparePeopleDatasets } from './prepare-people-datasets.ts';
import { type CrisisDatasets, registerCrisisDatasets } from './register-crisis-datasets.ts';
import { type NarrativeFiles, registerNarratives } from './register-narratives.ts';
import type { PreparationTask } from './schema.ts';
import { type WarmFeaturesDeps, warmFeatures } from './warm-features.ts';

export interface PreparationTaskDeps {
  readonly versions: RebuildDeps;
  readonly datasets: PrepareDatasetsDeps;
  readonly features: WarmFeaturesDeps;
  readonly crisis: CrisisDatasets;
  readonly narratives: NarrativeFiles;
  readonly telemetry: Telemetry;
}

/** What a task has done, in numbers. */
export type TaskResult = Readonly<Record<string, number>>;

/**
 * Does one of the four background tasks. Each is safe to repeat: what was done is found done.
 *
 * @throws what the stores throw; the queue then delivers the task again
 */
export const makeRunPreparationTask =
  (deps: PreparationTaskDeps) =>
  async ({ task, scheduledAt }: PreparationTask): Promise<TaskResult> => {
    const result = await doTask(deps, task, scheduledAt);
    deps.telemetry.info('preparation task done', { task, ...result });
    return result;
  };

const doTask = async (
  deps: PreparationTaskDeps,
  task: PreparationTask['task'],
  scheduledAt: string,
): Promise<TaskResult> => {
  switch (task) {
    case 'prepare':
      return { jobs: await preparePeopleDatasets(deps.datasets, scheduledAt) };
    case 'extract':
      return { people: await warmFeatures(deps.features, scheduledAt) };
    case 'preprocess':
      return { versions: await prepareAnew(deps.versions) };
    case 'version': {
      const crisis = await registerCrisisDatasets(deps.versions, deps.crisis);
      const narratives = await registerNarratives(deps.versions, deps.narratives);
      let expired = 0;
      for await (const datasetId of everyDataset(deps.versions.rows)) {
        expired += await letGo(deps.versions, datasetId);
      }
      return { crisis, narratives, expired };
    }
  }
};

import type { CompleteRun, DatasetRuns, SealedRun } from '../ports/dataset-runs.ts';
import type { DatasetStore } from '../ports/dataset-store.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import type { Workspace } from '../ports/workspace.ts';
import { datasetKeys } from './dataset-keys.ts';

export interface Publishing {
  readonly runs: DatasetRuns;
  readonly store: Pick<DatasetStore, 'writeOnce'>;
  /** Holds the manifests that are too large for the run's row. */
  readonly workspace: Pick<Workspace, 'readText'>;
  readonly telemetry: Telemetry;
}

/** Repeatable: the manifest of a sealed run never changes, and storing it again changes nothing. */
export const publishRun = async (deps: Publishing, run: SealedRun): Promise<CompleteRun> => {
  const manifest = run.manifest === undefined ? await deps.workspace.readText(run.manifestKey) : run.manifest;
  await deps.store.writeOnce(datasetKeys(run.timestamp).manifest, manifest);
  await deps.runs.complete(run);
  deps.telemetry.count('DatasetsCompleted');
  const { manifest: _text, manifestKey: _key, ...facts } = run;
  return { ...facts, state: 'complete' };
};

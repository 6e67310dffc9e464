import { DomainError } from '../../ml/domain-error.ts';
import type { CompleteRun, DatasetRuns, OpenRun, SealedRun } from '../shared/ports/dataset-runs.ts';
import type { DatasetStore } from '../shared/ports/dataset-store.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { TrainingTrigger } from '../shared/ports/training-trigger.ts';
import type { Workspace } from '../shared/ports/workspace.ts';
import type { TrainedDatasetAnswer } from '../shared/training-dataset/dataset-answer.ts';
import { SupersededError } from '../shared/training-dataset/dataset-errors.ts';
import { partKeys } from '../shared/training-dataset/dataset-keys.ts';
import { publishRun } from '../shared/training-dataset/publish-run.ts';
import { sealAttempt } from '../shared/training-dataset/seal-attempt.ts';
import { startTraining } from '../shared/training-dataset/start-training.ts';
import {
  RunFile,
  readWork,
  runPrefix,
  type StepRequest,
  workKeys,
} from '../shared/training-dataset/work-files.ts';
import { describeParts } from './describe-parts.ts';

export interface CompleteTrainingDatasetDeps {
  readonly workspace: Workspace;
  readonly store: DatasetStore;
  /** The bucket of the store, where parts lie. */
  readonly parts: Pick<Workspace, 'removeAll'>;
  readonly runs: DatasetRuns;
  readonly training: TrainingTrigger;
  readonly telemetry: Telemetry;
}

/** The dataset stands, and its training has to be started by another attempt. */
export class TrainingPendingError extends DomainError {
  readonly code = 'training-failed-to-start';

  constructor(code: string) {
    super('The dataset is complete, but training could not be started.', { reason: code });
  }
}

/**
 * Makes the parts a dataset, exactly once: describes them, seals the run, puts the manifest, starts training, and
 * removes what the run had put down meanwhile.
 *
 * @throws {SupersededError} when a later attempt has taken the run over and is at work
 * @throws {TrainingPendingError} when training could not be started
 */
export const makeCompleteTrainingDataset =
  (deps: CompleteTrainingDatasetDeps) =>
  async ({ run }: StepRequest): Promise<TrainedDatasetAnswer> => {
    const file = await readWork(deps.workspace, workKeys(run).run, RunFile);
    const row = await deps.runs.find(file.runId);
    if (row === undefined) throw new SupersededError();
    const finished = row.state === 'open' ? await seal(deps, { ...row, ...present(file) }) : row;
    const complete = finished.state === 'sealed' ? await publishRun(deps, finished) : finished;
    const answer = await startTraining(deps, file.request, complete);
    if (answer.trainingError !== undefined) throw new TrainingPendingError(answer.trainingError.code);
    await discard(deps, file.supersededTimestamps);
    await forgetPeople(deps.workspace, run);
    return answer;
  };

const present = ({ timestamp, supersededTimestamps }: RunFile) => ({ timestamp, supersededTimestamps });

const seal = async (deps: CompleteTrainingDatasetDeps, run: OpenRun): Promise<SealedRun | CompleteRun> => {
  const manifestKey = workKeys(runPrefix(run.timestamp)).manifest;
  const { manifest, answer } = await describeParts(deps, runPrefix(run.timestamp));
  await deps.workspace.writeText(manifestKey, manifest);
  const sealing = {
    ...deps,
    discardOwn: () => discard(deps, [run.timestamp]),
    discardSuperseded: async () => {},
  };
  return sealAttempt(sealing, run, { manifestKey, answer: JSON.stringify(answer) });
};

/** What is about nobody stays until the bucket forgets it: a repeat of this step needs it, an overtaken one too. */
const forgetPeople = async (workspace: Workspace, run: string): Promise<void> => {
  for (const folder of workKeys(run).personal) await workspace.removeAll(folder);
};

/** Files without a manifest are no dataset, so that leaving some behind costs space only. */
const discard = async (
  { parts, workspace, telemetry }: CompleteTrainingDatasetDeps,
  timestamps: readonly string[],
): Promise<void> => {
  for (const timestamp of timestamps) {
    try {
      await parts.removeAll(partKeys(timestamp).all);
      await forgetPeople(workspace, runPrefix(timestamp));
    } catch (error) {
      telemetry.error('files of an abandoned attempt could not be removed', error);
    }
  }
};

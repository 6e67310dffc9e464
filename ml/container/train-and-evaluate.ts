import { type ModelMetrics, modelMetricsSchemaVersion } from '../evaluation/model-metrics.ts';
import { evaluateTabularModel, type TabularEvaluation } from '../models/evaluate-tabular-model.ts';
import { fitTabularModel, type TabularModel } from '../models/fit-tabular-model.ts';
import type { FeatureTable } from '../preprocessing/feature-table.ts';
import { TableError } from '../preprocessing/table-error.ts';
import { seededRandom } from '../random/seeded-random.ts';
import { findCheckpoint, saveCheckpoint } from './checkpoint.ts';
import type { TrainingSettings } from './hyperparameters.ts';
import { channelFiles, readFeatureTable } from './read-feature-table.ts';
import { trainingFingerprint } from './training-fingerprint.ts';
import type { TrainingFolders } from './training-folders.ts';

export interface TrainingRun {
  readonly folders: TrainingFolders;
  readonly settings: TrainingSettings;
  /** Aborted when the job is to stop; training then ends after saving its checkpoint. */
  readonly signal: AbortSignal;
  /** Told one line of progress, without personal data. */
  readonly report: (line: string) => void;
}

export interface TrainingResult {
  readonly model: TabularModel;
  readonly evaluation: TabularEvaluation;
  readonly metrics: ModelMetrics;
}

const fitFromCheckpoint = async (table: FeatureTable, run: TrainingRun): Promise<TabularModel> => {
  const { folders, settings, signal, report } = run;
  const request = { modelName: settings.modelName, network: settings.network, seed: settings.seed };
  const fingerprint = trainingFingerprint(table, request);
  const found = await findCheckpoint(folders.checkpoints, fingerprint);
  if (found.kind === 'unusable') report('checkpoint of another training or release left unused');
  if (found.kind === 'usable') {
    const epochs = (found.states.at(-1)?.history.length ?? 1) - 1;
    report(`resuming network ${found.states.length} after epoch ${epochs}`);
  }
  return fitTabularModel(table, request, {
    resumeFrom: found.kind === 'usable' ? found.states : undefined,
    onEpoch: async (states) => {
      await saveCheckpoint(folders.checkpoints, fingerprint, states);
      const { epoch, trainLoss, heldBackLoss } = states.at(-1)?.history.at(-1) ?? {};
      report(
        `network ${states.length} epoch ${epoch} loss ${trainLoss?.toFixed(4)} held back ${heldBackLoss?.toFixed(4)}`,
      );
      signal.throwIfAborted();
    },
  });
};

const refuseSharedPersons = (train: FeatureTable, validation: FeatureTable): void => {
  const trained = new Set(train.ids);
  const shared = new Set(validation.ids.filter((id) => trained.has(id))).size;
  if (shared > 0) {
    throw new TableError(
      `${shared} persons are both in training and in validation, so the figures would flatter: split by person.`,
      { shared },
    );
  }
};

/**
 * Trains on the train channel and, only when model, calibration and threshold stand, reads the validation channel
 * once and measures.
 *
 * @throws {DomainError} when the data cannot be used; the signal's reason when it is aborted
 */
export const trainAndEvaluate = async (run: TrainingRun): Promise<TrainingResult> => {
  const { folders, settings, signal, report } = run;
  const { labelColumn, idColumn } = settings;
  const train = await readFeatureTable(await channelFiles(folders.train), { labelColumn, idColumn });
  report(`train rows ${train.ids.length} features ${train.featureNames.length}`);
  signal.throwIfAborted();
  const model = await fitFromCheckpoint(train, run);
  report(`trained on ${model.trainPersons} persons, ${model.trainRows} distinct rows`);
  const { featureNames } = train;
  const validation = await readFeatureTable(await channelFiles(folders.validation), {
    labelColumn,
    idColumn,
    featureNames,
  });
  // Without an id each row is a person of its own, and the numbers given to them mean nothing across files.
  if (validation.hasIds && train.hasIds) refuseSharedPersons(train, validation);
  report(`validation rows ${validation.ids.length}`);
  signal.throwIfAborted();
  const random = seededRandom(settings.seed).fork('evaluation');
  const evaluation = evaluateTabularModel(model, validation, {
    resamples: settings.bootstrapResamples,
    random,
  });
  const metrics: ModelMetrics = {
    schemaVersion: modelMetricsSchemaVersion,
    modelName: settings.modelName,
    seed: settings.seed,
    rowsSha256: settings.rowsSha256,
    trainPersons: model.trainPersons,
    trainRows: model.trainRows,
    features: featureNames.length,
    ...evaluation.figures,
  };
  return { model, evaluation, metrics };
};

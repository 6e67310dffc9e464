import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { type DetectorMetrics, detectorMetricsSchemaVersion } from '../evaluation/detector-metrics.ts';
import { detectorModelName } from '../evaluation/detector-model-name.ts';
import { makeFusedEngine } from '../lstm/fused-engine.ts';
import { makeFusedTrainer } from '../lstm/fused-trainer.ts';
import { initialNetwork } from '../lstm/initial-network.ts';
import type { LstmNetwork } from '../lstm/lstm-network.ts';
import { withWeights } from '../lstm/with-weights.ts';
import { seededRandom } from '../random/seeded-random.ts';
import type { SamplesByUser } from '../wearable/labelled-sample.ts';
import { calibrateDetector } from '../wearable/training/calibrate-detector.ts';
import { type BatchProgress, fitAutoencoder } from '../wearable/training/fit-autoencoder.ts';
import { type PreparedTraining, prepareTraining } from '../wearable/training/prepare-training.ts';
import { requireBothKinds, type TestedDetector, testDetector } from '../wearable/training/test-detector.ts';
import type { TrainingState } from '../wearable/training/training-state.ts';
import type { WearableModel } from '../wearable/wearable-scorer.ts';
import { normalLabel } from '../wearable/windows.ts';
import { findAutoencoderCheckpoint, saveAutoencoderCheckpoint } from './autoencoder-checkpoint.ts';
import type { AutoencoderTrainingSettings } from './autoencoder-hyperparameters.ts';
import { channelFiles } from './read-feature-table.ts';
import { readHealthSamples } from './read-health-samples.ts';
import type { TrainingFolders } from './training-folders.ts';

export interface AutoencoderRun {
  readonly folders: TrainingFolders;
  readonly settings: AutoencoderTrainingSettings;
  /** Aborted when the job is to stop; training then ends after saving its checkpoint. */
  readonly signal: AbortSignal;
  /** Told one line of progress, without personal data. */
  readonly report: (line: string) => void;
  /** Told after every batch. */
  readonly onBatch?: (progress: BatchProgress) => void;
}

export interface TrainedAutoencoder {
  readonly network: LstmNetwork;
  readonly model: WearableModel;
  readonly prepared: PreparedTraining;
  readonly state: TrainingState;
  readonly validationErrors: Float64Array;
  readonly tested: TestedDetector | null;
  readonly metrics: DetectorMetrics;
}

/** A digest of everything that decides a training, so that no checkpoint is taken up by another one. */
const fingerprintOf = (
  { data }: PreparedTraining,
  { options, model }: AutoencoderTrainingSettings,
): string => {
  const hash = createHash('sha256').update(JSON.stringify([options, model]));
  for (const { count, values } of [data.train, data.validation]) {
    hash.update(`${count}`);
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return hash.digest('hex');
};

const fitFromCheckpoint = async (
  network: LstmNetwork,
  prepared: PreparedTraining,
  { folders, settings, signal, report, onBatch }: AutoencoderRun,
): Promise<TrainingState> => {
  const { options } = settings;
  const fingerprint = fingerprintOf(prepared, settings);
  const found = await findAutoencoderCheckpoint(folders.checkpoints, fingerprint);
  if (found.kind === 'unusable') report('checkpoint of another training or release left unused');
  if (found.kind === 'usable') {
    const { history, batchesDone } = found.state;
    report(`resuming after epoch ${history.length} and ${batchesDone} batches`);
  }
  const trainer = makeFusedTrainer(network, options);
  const save = (state: TrainingState) => saveAutoencoderCheckpoint(folders.checkpoints, fingerprint, state);
  const order = () => (signal.aborted ? 'stop' : 'go on');
  const { state, isComplete } = await fitAutoencoder(trainer, prepared.data, {
    options,
    resumeFrom: found.kind === 'usable' ? found.state : undefined,
    hooks: {
      onBatch: async (progress) => {
        onBatch?.(progress);
        // Lets signals come through: a training step leaves the event loop no other moment.
        await setImmediate();
        return order();
      },
      onEpoch: async (standing) => {
        await save(standing);
        const { epoch, trainLoss, validationLoss, learningRate } = standing.history.at(-1) ?? {};
        report(
          `epoch ${epoch} loss ${trainLoss?.toFixed(5)} held back ${validationLoss?.toFixed(5)} rate ${learningRate?.toPrecision(2)}`,
        );
        return order();
      },
    },
  });
  trainer.dispose();
  if (!isComplete) {
    await save(state);
    signal.throwIfAborted();
  }
  return state;
};

const samplesIn = async (folder: string): Promise<SamplesByUser | undefined> => {
  const files = await channelFiles(folder).catch(() => []);
  return files.length === 0 ? undefined : readHealthSamples(files);
};

/**
 * Samples to judge by: of the test channel, or else of the validation channel as with the other trainer. A
 * validation channel in which nothing is labelled judges nothing, since live data comes without labels.
 */
const readTest = async ({ test, validation }: TrainingFolders): Promise<SamplesByUser | undefined> => {
  const given = await samplesIn(test);
  if (given !== undefined) return given;
  const fallback = await samplesIn(validation);
  const labels = [...(fallback?.values() ?? [])].flatMap((samples) => samples.map(({ label }) => label));
  return labels.some((label) => label !== normalLabel) ? fallback : undefined;
};

/**
 * Trains a wearable detector on the train channel, sets its threshold on windows of it that were held back, and
 * measures it on the labelled samples of the test channel, or of the validation channel, if there are any.
 *
 * @throws {DomainError} when the data cannot be used; the signal's reason when it is aborted
 */
export const trainAutoencoder = async (run: AutoencoderRun): Promise<TrainedAutoencoder> => {
  const { folders, settings, signal, report } = run;
  const { options, errorKind } = settings;
  const samples = await readHealthSamples(await channelFiles(folders.train));
  const test = await readTest(folders);
  if (test !== undefined) requireBothKinds(test, settings.model);
  const prepared = prepareTraining(samples, settings.model, options);
  const { train, validation } = prepared;
  report(`train windows ${train.count} held back ${validation.count}`);
  signal.throwIfAborted();
  const start = initialNetwork({
    steps: settings.model.stepsPerWindow,
    features: settings.model.featureNames.length,
    encodingDim: options.encodingDim,
    units: options.units,
    dropout: options.dropout,
    seed: options.seed,
  });
  const state = await fitFromCheckpoint(start, prepared, run);
  const { bestEpoch } = state.schedule;
  report(`trained for ${state.history.length} epochs, keeping epoch ${bestEpoch}`);
  const network = withWeights(start, state.bestWeights);
  const engine = makeFusedEngine(network);
  const { threshold, validationErrors } = calibrateDetector(engine, prepared.data, {
    errorKind,
    percentile: options.thresholdPercentile,
    settings: settings.model,
  });
  const model = { engine, settings: settings.model, normalization: prepared.normalization, threshold };
  signal.throwIfAborted();
  const random = seededRandom(options.seed).fork('evaluation');
  const bootstrap = { resamples: settings.bootstrapResamples, random };
  const tested = test === undefined ? null : testDetector(model, { train, test }, bootstrap);
  const best = state.history[bestEpoch - 1];
  const metrics: DetectorMetrics = {
    schemaVersion: detectorMetricsSchemaVersion,
    modelName: detectorModelName,
    seed: options.seed,
    rowsSha256: settings.rowsSha256,
    trainWindows: train.count,
    validationWindows: validation.count,
    epochs: state.history.length,
    bestEpoch,
    trainLoss: best?.trainLoss ?? 0,
    validationLoss: best?.validationLoss ?? 0,
    threshold: threshold.threshold,
    percentile: threshold.percentile,
    errorKind,
    test: tested?.test ?? null,
  };
  return { network, model, prepared, state, validationErrors, tested, metrics };
};

/**
 * Anomalous beats in an electrocardiogram: series MBA_ECG805 of TSB-UAD, trained on the first tenth, scored whole.
 *
 *   node bench/studies/ecg.ts [../shared/data/tsb-uad-ecg/MBA_ECG805_data.out.gz]
 */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { rocAuc } from '../../ml/evaluation/roc-auc.ts';
import type { Engine } from '../../ml/lstm/engine.ts';
import { fitStandardisation, standardise } from '../../ml/preprocessing/standardisation.ts';
import { fitPcaBaseline } from '../../ml/wearable/baselines/pca-baseline.ts';
import type { ErrorModel } from '../../ml/wearable/error-model.ts';
import { fitErrorModel } from '../../ml/wearable/fit-error-model.ts';
import { defaultModelSettings } from '../../ml/wearable/model-settings.ts';
import type { NormalizationParams } from '../../ml/wearable/normalization-params.ts';
import { AutoencoderOptions } from '../../ml/wearable/training/training-options.ts';
import { windowErrors } from '../../ml/wearable/window-error.ts';
import type { Windows } from '../../ml/wearable/windows.ts';
import { trainReconstructor } from './train-reconstructor.ts';

const trainShare = 0.1;
/** The last fifth of the training part is held back to stop by. */
const validationShare = 0.2;
const trainingStride = 4;
const scoringStride = 2;
const options = AutoencoderOptions.parse({ units: [32], encodingDim: 8, dropout: 0, epochs: 12, seed: 1 });

const file = process.argv[2] ?? '../shared/data/tsb-uad-ecg/MBA_ECG805_data.out.gz';
if (!existsSync(file)) {
  process.stdout.write(`${file} is not here; nothing was measured.\n`);
  process.exit();
}

/** The lag at which a series is most like itself, from 20 on: the length of a beat. */
const period = (values: Float64Array): number => {
  const centred = standardise(values, fitStandardisation(values, 1));
  let best = 0;
  let bestLag = 0;
  for (let lag = 20; lag < 250; lag += 1) {
    let sum = 0;
    for (let index = lag; index < centred.length; index += 1) sum += centred[index]! * centred[index - lag]!;
    if (sum > best) {
      best = sum;
      bestLag = lag;
    }
  }
  return bestLag;
};

const cut = (series: Float64Array, steps: number, stride: number) => {
  const count = Math.floor((series.length - steps) / stride) + 1;
  const values = new Float32Array(count * steps);
  for (let window = 0; window < count; window += 1) {
    values.set(series.subarray(window * stride, window * stride + steps), window * steps);
  }
  return { count, values };
};

/** Each point's mean error over the windows that hold it. */
const spreadOverPoints = (errors: Float64Array, steps: number, points: number): Float64Array => {
  const sums = new Float64Array(points);
  const counts = new Float64Array(points);
  errors.forEach((error, window) => {
    for (let point = window * scoringStride; point < window * scoringStride + steps; point += 1) {
      sums[point] = sums[point]! + error;
      counts[point] = counts[point]! + 1;
    }
  });
  const last = errors.at(-1) ?? 0;
  return sums.map((sum, point) => (counts[point] === 0 ? last : sum / counts[point]!));
};

/** What needs no network: how much of a window is not its mean, and PCA with as many components as the bottleneck. */
const baselineErrors = (train: ReturnType<typeof cut>, all: ReturnType<typeof cut>, steps: number) => {
  const asWindows = ({ count, values }: ReturnType<typeof cut>): Windows => ({
    count,
    values,
    users: [],
    startsMs: new Float64Array(),
    endsMs: new Float64Array(),
    labels: [],
  });
  const params: NormalizationParams = {
    formatVersion: 1,
    featureNames: ['value'],
    means: [],
    deviations: [],
  };
  const pca = fitPcaBaseline(asWindows(train), params, options.encodingDim);
  const energy = new Float64Array(all.count);
  const rebuilt = new Float64Array(all.count);
  for (let first = 0; first < all.count; first += 4096) {
    const count = Math.min(4096, all.count - first);
    const values = all.values.subarray(first * steps, (first + count) * steps);
    rebuilt.set(pca.scores(asWindows({ count, values })), first);
    values.forEach((value, cell) => {
      const window = first + Math.floor(cell / steps);
      energy[window] = energy[window]! + value ** 2 / steps;
    });
  }
  return { 'mean square of the window': energy, 'PCA reconstruction': rebuilt };
};

const errorsOf = (
  engine: Engine,
  { count, values }: ReturnType<typeof cut>,
  models: readonly ErrorModel[],
) => {
  const size = engine.steps;
  const errors = models.map(() => new Float64Array(count));
  for (let first = 0; first < count; first += 256) {
    const batch = Math.min(256, count - first);
    const windows = values.subarray(first * size, (first + batch) * size);
    const reconstruction = engine.reconstruct(windows, batch);
    models.forEach((model, index) => {
      errors[index]!.set(windowErrors(windows, reconstruction, model), first);
    });
  }
  return errors;
};

const rows = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
const raw = Float64Array.from(rows, (row) => Number(row.split(',')[0]));
const labels = Uint8Array.from(rows, (row) => Number(row.split(',')[1]));
const training = raw.slice(0, Math.floor(raw.length * trainShare));
const series = standardise(raw, fitStandardisation(training, 1));
const steps = period(training);
const settings = {
  ...defaultModelSettings,
  featureNames: ['value'],
  standardisedFeatures: 1,
  stepsPerWindow: steps,
};
const border = Math.floor(training.length * (1 - validationShare));
const train = cut(series.subarray(0, border), steps, trainingStride);
const validation = cut(series.subarray(border, training.length), steps, trainingStride);
const engine = await trainReconstructor({ train, validation }, settings, options);
const learned = { windows: train.values, reconstruction: engine.reconstruct(train.values, train.count) };
const kinds = ['mse', 'normalised', 'profile', 'latent'] as const;
const models = kinds.map((kind) => fitErrorModel(kind, learned, settings));
process.stdout.write(`${series.length} points, windows of ${steps}, ${train.count} to train on\n`);
const all = cut(series, steps, scoringStride);
const report = (name: string, errors: Float64Array) => {
  const auc = rocAuc(labels, spreadOverPoints(errors, steps, series.length));
  process.stdout.write(`${name}: AUC-ROC ${auc.toFixed(3)}\n`);
};
errorsOf(engine, all, models).forEach((errors, index) => {
  report(`network, ${kinds[index]}`, errors);
});
for (const [name, errors] of Object.entries(baselineErrors(train, all, steps))) report(name, errors);
engine.dispose();

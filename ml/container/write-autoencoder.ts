import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Spec } from 'vega';
import { toArtifacts } from '../lstm/to-artifacts.ts';
import { autoencoderLossPlot } from '../plots/autoencoder-loss-plot.ts';
import { errorPlot } from '../plots/error-plot.ts';
import { reconstructionPlot } from '../plots/reconstruction-plot.ts';
import { denormalizeWindows } from '../wearable/normalization-params.ts';
import { renderSvg } from './render-svg.ts';
import type { TrainedAutoencoder } from './train-autoencoder.ts';
import { writeAtomically } from './write-atomically.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The held-back windows that are drawn, by the rank of their errors. */
const drawnWindows = [
  { title: 'typical', share: 0.5 },
  { title: 'near the threshold', share: 0.95 },
  { title: 'hardest', share: 1 },
] as const;

const drawWindows = ({ model, prepared, validationErrors }: TrainedAutoencoder): Spec => {
  const { engine, settings, normalization } = model;
  const { values, count } = prepared.data.validation;
  const size = values.length / count;
  const ranked = [...validationErrors.keys()].sort((a, b) => validationErrors[a]! - validationErrors[b]!);
  const windows = drawnWindows.map(({ title, share }) => {
    const window = ranked[Math.round(share * (count - 1))]!;
    const normalized = values.subarray(window * size, (window + 1) * size);
    const rebuilt = engine.reconstruct(normalized, 1).values;
    return {
      title,
      error: validationErrors[window]!,
      observed: prepared.validation.values.subarray(window * size, (window + 1) * size),
      rebuilt: denormalizeWindows(rebuilt, normalization),
    };
  });
  return reconstructionPlot({
    featureNames: settings.featureNames,
    drawnFeatures: settings.standardisedFeatures,
    secondsPerStep: settings.sampleIntervalSeconds,
    windows,
  });
};

/**
 * The pictures of a training, by name without ending, as SVG.
 *
 * @param trained - result of a training
 */
const drawAutoencoder = async (trained: TrainedAutoencoder): Promise<Map<string, string>> => {
  const { state, model, validationErrors, tested } = trained;
  const { threshold, q995, percentile } = model.threshold;
  const specs: Readonly<Record<string, Spec>> = {
    'training-loss': autoencoderLossPlot(state.history, state.schedule.bestEpoch),
    'error-distribution': errorPlot({
      normal: validationErrors,
      ...(tested === null ? {} : { anomalous: tested.anomalousErrors }),
      threshold,
      q995,
      percentile,
    }),
    reconstructions: drawWindows(trained),
  };
  const drawn = new Map<string, string>();
  for (const [name, spec] of Object.entries(specs)) drawn.set(name, await renderSvg(spec));
  return drawn;
};

/**
 * Writes everything that goes into model.tar.gz; the same result gives the same bytes.
 *
 * @param folder - of the model
 * @param trained - result of a training
 * @returns the pictures by name without ending, as SVG
 */
export const writeAutoencoder = async (
  folder: string,
  trained: TrainedAutoencoder,
): Promise<ReadonlyMap<string, string>> => {
  const { model, state, metrics } = trained;
  const { modelJson, weightsBin } = toArtifacts(trained.network);
  const pictures = await drawAutoencoder(trained);
  const files: Record<string, string | Uint8Array> = {
    'model.json': modelJson,
    'weights.bin': weightsBin,
    'threshold.json': json(model.threshold),
    'normalization_params.json': json(model.normalization),
    'model_settings.json': json(model.settings),
    'training_history.json': json({
      formatVersion: 1,
      bestEpoch: state.schedule.bestEpoch,
      epochs: state.history,
    }),
    ...Object.fromEntries([...pictures].map(([name, svg]) => [`${name}.svg`, svg])),
    // Last: where it is, the others are whole.
    'metrics.json': json(metrics),
  };
  // An older model's would vouch for files of two models, should this end half way.
  await rm(join(folder, 'metrics.json'), { force: true });
  for (const [name, content] of Object.entries(files)) await writeAtomically(join(folder, name), content);
  return pictures;
};

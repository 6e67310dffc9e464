import type { LiveModel } from '../../../lambdas/shared/ports/wearable-models.ts';
import type { Engine } from '../../../ml/lstm/engine.ts';
import { defaultModelSettings } from '../../../ml/wearable/model-settings.ts';

const { stepsPerWindow: steps, featureNames } = defaultModelSettings;
const features = featureNames.length;

/**
 * An engine that expects the usual (0 after standardisation) everywhere, so that a window's error is its mean
 * square: with a deviation of 5 beats around 70, a rate of 70 comes to about 0.2 and one of 90 to more than 2.
 */
export const fakeEngine = (batches: number[] = []): Engine => ({
  name: 'fused-js',
  steps,
  features,
  encodingDim: 1,
  reconstruct: (windows, batch) => {
    batches.push(batch);
    return { values: new Float32Array(windows.length), latent: new Float32Array(batch) };
  },
  dispose: () => undefined,
});

/** A model whose scores can be worked out by hand: threshold 1, certain from 2. */
export const fakeModel = (batches: number[] = []): LiveModel => ({
  version: '7',
  engine: fakeEngine(batches),
  settings: defaultModelSettings,
  normalization: {
    formatVersion: 1,
    featureNames: [...featureNames],
    means: [70, 0, 0, 0],
    deviations: [5, 10, 10, 10],
  },
  threshold: {
    formatVersion: 1,
    percentile: 95,
    threshold: 1,
    q995: 2,
    quantiles: [0, 1],
    validationWindows: 100,
    errorModel: { kind: 'mse', steps, features, judgedFeatures: 4 },
  },
});

import { describe, expect, it } from 'vitest';
import { explainWindow } from '../../../ml/wearable/explain.ts';
import { fitThreshold } from '../../../ml/wearable/threshold.ts';
import { makeWearableScorer, type WearableModel } from '../../../ml/wearable/wearable-scorer.ts';

const steps = 3;
/** Expects 70 beats/min and what the second column says. */
const model: WearableModel = {
  engine: {
    name: 'fused-js',
    steps,
    features: 2,
    encodingDim: 1,
    reconstruct: (windows, batch) => ({
      values: windows.map((value, cell) => (cell % 2 === 0 ? 0 : value)),
      latent: new Float32Array(batch),
    }),
    dispose: () => undefined,
  },
  settings: {
    formatVersion: 1,
    featureNames: ['heartRate', 'steps'],
    stepsPerWindow: steps,
    strideSteps: 1,
    sampleIntervalSeconds: 5,
    maxGapSeconds: 60,
    standardisedFeatures: 2,
  },
  normalization: {
    formatVersion: 1,
    featureNames: ['heartRate', 'steps'],
    means: [70, 4],
    deviations: [5, 2],
  },
  threshold: fitThreshold([0.1, 0.2, 0.3, 0.4], 95, { kind: 'mse', steps, features: 2, judgedFeatures: 2 }),
};
const windowAt = (bpm: number) => [bpm - 1, 0, bpm, 0, bpm + 1, 0];

describe('makeWearableScorer', () => {
  it('scores every window of one call, and explains only those that are not normal', () => {
    const [calm, racing] = makeWearableScorer(model)(Float32Array.from([...windowAt(70), ...windowAt(120)]));
    expect(calm).toMatchObject({ severity: 'normal', explanation: undefined });
    expect(racing).toMatchObject({ severity: 'anomaly', contributions: [1, 0] });
    expect(racing?.explanation?.sentence).toContain('about 120 instead of 70 a minute');
  });

  it('says of a combined error how a level differs from the usual one, not from the reconstruction', () => {
    // Usual is 70 beats/min (0 standardised); the network here expects 130 (12 standardised).
    const regime = {
      // Of each: level, then the logarithms of spread and change, which are 0.0001 and less where nothing moves.
      means: [0, -9, -9, -2, -9, -9, 0, -9, -9],
      precision: Array.from({ length: 81 }, (_, at) => Number(at % 10 === 0)),
    };
    const errorModel = {
      kind: 'combined' as const,
      steps,
      features: 2,
      judgedFeatures: 2,
      bounds: [],
      regimes: [regime],
    };
    const overshooting: WearableModel = {
      ...model,
      engine: {
        ...model.engine,
        reconstruct: (windows, batch) => ({
          values: windows.map((_, cell) => (cell % 2 === 0 ? 12 : 0)),
          latent: new Float32Array(batch),
        }),
      },
      threshold: fitThreshold([0.1, 0.2, 0.3, 0.4], 95, errorModel),
    };
    const [racing] = makeWearableScorer(overshooting)(Float32Array.from(windowAt(120)));
    expect(racing?.explanation?.sentence).toContain('higher');
    expect(racing?.explanation?.sentence).toContain('about 120 instead of 70 a minute');
  });

  it('says of a conditional error which heart rate would go with what the person does', () => {
    // Two features, statistics of three each and of the first one's difference. The heart's level follows that of the steps:
    // standardised, 3 for 1 with a variance of 1 about it, so that its precision is 1, −3 and that of the steps 9 + 1.
    const precision = Array.from({ length: 81 }, (_, at) => Number(at % 10 === 0));
    precision[3] = precision[3 * 9] = -3;
    precision[3 * 9 + 3] = 10;
    const errorModel = {
      kind: 'conditional' as const,
      ...{ steps, features: 2, judgedFeatures: 2, bounds: [] },
      regimes: [{ means: [0, -9, -9, 0, -9, -9, 0, -9, -9], precision }],
    };
    const scorer = makeWearableScorer({
      ...model,
      threshold: fitThreshold([0.1, 0.2, 0.3, 0.4], 95, errorModel),
    });
    const [racing] = scorer(Float32Array.from(windowAt(120)));
    // No steps are −2, with which −6 would go: 70 − 6 × 5.
    expect(racing?.explanation?.sentence).toContain('about 120 instead of 40 a minute');
  });

  it('scores nothing where there is nothing', () => {
    expect(makeWearableScorer(model)(new Float32Array())).toEqual([]);
  });

  it('lets a personal factor soften the score, not the error', () => {
    const score = makeWearableScorer(model);
    const window = Float32Array.from(windowAt(74));
    const [strict, lenient] = [score(window)[0]!, score(window, 3)[0]!];
    expect(lenient.error).toBe(strict.error);
    expect(lenient.score).toBeLessThan(strict.score);
  });
});

describe('explainWindow', () => {
  const explain = (observed: number[], expected: number[]) =>
    explainWindow({ featureNames: ['heartRate'], observed, expected, contributions: [1] });

  it('tells high from low, stuck and unsteady', () => {
    expect(explain([60, 61, 62], [80, 80, 80]).signals[0]?.deviation).toBe('lower');
    expect(explain([60, 60, 60], [80, 80, 80]).signals[0]?.deviation).toBe('flat');
    expect(explain([60, 100, 60], [73, 73, 73]).signals[0]?.deviation).toBe('unsteady');
    expect(explain([60, 60, 60], [80, 80, 80]).sentence).toContain('sensor');
  });

  it('names the strongest signal first, leaves the faint ones out, and always names one', () => {
    const { signals } = explainWindow({
      featureNames: ['heartRate', 'steps', 'calories'],
      observed: [1, 2, 3],
      expected: [0, 0, 0],
      contributions: [0.3, 0.65, 0.05],
    });
    expect(signals.map(({ feature }) => feature)).toEqual(['steps', 'heartRate']);
    expect(
      explainWindow({ featureNames: ['steps'], observed: [1], expected: [1], contributions: [0] }).signals,
    ).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../../ml/lstm/engine.ts';
import { seededRandom } from '../../../../ml/random/seeded-random.ts';
import { defaultModelSettings } from '../../../../ml/wearable/model-settings.ts';
import { calibrateDetector } from '../../../../ml/wearable/training/calibrate-detector.ts';
import { windowErrors } from '../../../../ml/wearable/window-error.ts';

const settings = {
  ...defaultModelSettings,
  featureNames: ['heartRate', 'steps', 'hour_sin'],
  standardisedFeatures: 2,
  stepsPerWindow: 4,
};
const windowSize = 12;
const windowsEach = 30;

/** Knows of no window more than that its mean is 0. */
const engine: Engine = {
  ...{ name: 'fused-js', steps: 4, features: 3, encodingDim: 1 },
  reconstruct: (windows, batch) => ({
    values: new Float32Array(windows.length),
    latent: new Float32Array(batch),
  }),
  dispose: () => undefined,
};

/** People whose windows vary, and who differ from one another three times as much. */
const windowsOf = (people: number, name: string, seed = 1) => {
  const random = seededRandom(seed).fork(name);
  const persons = Array.from({ length: people }, () => [3 * random.normal(), 3 * random.normal()]);
  const values = Float32Array.from({ length: people * windowsEach * windowSize }, (_, cell) => {
    const person = persons[Math.floor(cell / (windowsEach * windowSize))]!;
    return cell % 3 === 2 ? 0 : person[cell % 3]! + random.normal();
  });
  const owners = Array.from(
    { length: people * windowsEach },
    (_, at) => `${name} ${Math.floor(at / windowsEach)}`,
  );
  return { count: people * windowsEach, values, people: owners };
};

const wanted = { errorKind: 'conditional', percentile: 95, settings } as const;

describe('calibrateDetector', () => {
  it('judges everybody who was held back by what all others taught', () => {
    const train = windowsOf(6, 'taught');
    const others = windowsOf(3, 'held back');
    const last = windowsOf(1, 'odd');
    const validation = {
      count: others.count + last.count,
      values: Float32Array.from([...others.values, ...last.values]),
      people: [...others.people, ...last.people],
    };
    const { validationErrors } = calibrateDetector(engine, { train, validation }, wanted);
    const { threshold } = calibrateDetector(engine, { train, validation: others }, wanted);
    const rebuilt = engine.reconstruct(last.values, last.count);
    const errors = windowErrors(last.values, rebuilt, threshold.errorModel);
    expect([...validationErrors.slice(others.count)]).toEqual([...errors]);
  });

  it('finds those held back more unusual than an error model does that has seen them', () => {
    const data = { train: windowsOf(12, 'taught'), validation: windowsOf(6, 'held back') };
    const { threshold, validationErrors } = calibrateDetector(engine, data, wanted);
    const rebuilt = engine.reconstruct(data.validation.values, data.validation.count);
    const seen = windowErrors(data.validation.values, rebuilt, threshold.errorModel);
    const mean = (errors: Float64Array) => errors.reduce((sum, error) => sum + error / errors.length, 0);
    expect(mean(validationErrors)).toBeGreaterThan(mean(seen) * 1.05);
  });

  it('judges the windows of a single person by what it learned from them', () => {
    const all = windowsOf(1, 'alone');
    const half = (from: number) => ({
      count: windowsEach / 2,
      values: all.values.slice(from * windowSize, (from + windowsEach / 2) * windowSize),
    });
    const [train, validation] = [half(0), half(windowsEach / 2)];
    const named = {
      train: { ...train, people: Array<string>(15).fill('ada') },
      validation: { ...validation, people: Array<string>(15).fill('ada') },
    };
    const { threshold, validationErrors } = calibrateDetector(engine, named, wanted);
    const rebuilt = engine.reconstruct(validation.values, validation.count);
    expect(validationErrors).toEqual(windowErrors(validation.values, rebuilt, threshold.errorModel));
    expect(calibrateDetector(engine, { train, validation }, wanted).threshold).toEqual(threshold);
  });
});

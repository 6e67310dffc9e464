import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../ml/random/seeded-random.ts';
import { mahalanobisTerms } from '../../../ml/stats/mahalanobis.ts';
import { ErrorModel, errorKinds } from '../../../ml/wearable/error-model.ts';
import { fitErrorModel } from '../../../ml/wearable/fit-error-model.ts';
import { fitGaussian } from '../../../ml/wearable/fit-gaussian.ts';
import { defaultModelSettings } from '../../../ml/wearable/model-settings.ts';
import {
  errorsAndContributions,
  featureContributions,
  windowErrors,
} from '../../../ml/wearable/window-error.ts';
import { reference } from './reference.ts';

const settings = {
  ...defaultModelSettings,
  featureNames: ['heartRate', 'steps', 'hour_sin'],
  standardisedFeatures: 2,
  stepsPerWindow: 4,
};
const size = 12;

/** Windows whose heart rate the network misses by noise; half of them move. */
const normal = (count: number, seed: number) => {
  const random = seededRandom(seed);
  const windows = Float32Array.from({ length: count * size }, (_, cell) => {
    const isMoving = Math.floor(cell / size) % 2 === 1;
    if (cell % 3 === 1) return isMoving ? 1 + random.next() : -0.5;
    return random.normal();
  });
  const values = windows.map((value, cell) => value + (cell % 3 === 2 ? 0 : 0.3 * random.normal()));
  const latent = Float32Array.from({ length: count * 2 }, () => random.normal());
  return { windows, reconstruction: { values, latent } };
};
const learned = normal(800, 1);
const models = errorKinds.map((kind) => fitErrorModel(kind, learned, settings));

describe('windowErrors', () => {
  it('is the mean squared difference over all cells for the plain error', () => {
    const windows = Float32Array.from({ length: size }, (_, cell) => cell);
    const values = windows.map((value, cell) => value + (cell < 3 ? 2 : 0));
    const errors = windowErrors(windows, { values, latent: new Float32Array(2) }, models[0]!);
    // Three cells of twelve are off by 2: 3 × 4 / 12.
    expect(errors[0]).toBeCloseTo(1, 6);
  });

  it.each(models.map((model) => ({ kind: model.kind, model })))(
    '$kind is finite and at least 0, its shares lie in 0 … 1 and add up',
    ({ model }) => {
      const anyCell = fc.float({ min: -50, max: 50, noNaN: true });
      const anyCells = (count: number) => fc.array(anyCell, { minLength: count, maxLength: count });
      fc.assert(
        fc.property(anyCells(size), anyCells(size), anyCells(2), (cells, rebuilt, latent) => {
          const windows = Float32Array.from(cells);
          const reconstruction = { values: Float32Array.from(rebuilt), latent: Float32Array.from(latent) };
          const [error] = windowErrors(windows, reconstruction, model);
          const { errors, contributions } = errorsAndContributions(windows, reconstruction, model);
          expect(Number.isFinite(error)).toBe(true);
          expect(error).toBeGreaterThanOrEqual(0);
          const shares = [...featureContributions(windows, reconstruction, model)];
          expect([[...errors], [...contributions]]).toEqual([[error], shares]);
          for (const share of shares) expect(share >= 0 && share <= 1).toBe(true);
          const total = shares.reduce((sum, share) => sum + share, 0);
          expect(total === 0 || Math.abs(total - 1) < 1e-9).toBe(true);
        }),
      );
    },
  );

  it.each(models.map((model) => ({ kind: model.kind, model })))(
    '$kind keeps its meaning in a file',
    ({ model }) => {
      const saved = ErrorModel.parse(JSON.parse(JSON.stringify(model)));
      const { windows, reconstruction } = normal(5, 3);
      expect(windowErrors(windows, reconstruction, saved)).toEqual(
        windowErrors(windows, reconstruction, model),
      );
    },
  );

  it('finds a sensor that is too smooth, which the plain error takes for a good window', () => {
    const { windows, reconstruction } = normal(200, 2);
    const smooth = windows.map((value, cell) => (cell % 3 === 0 ? reconstruction.values[cell]! : value));
    const profile = models.find(({ kind }) => kind === 'profile')!;
    const before = windowErrors(windows, reconstruction, profile);
    const after = windowErrors(smooth, reconstruction, profile);
    expect(after.filter((error, window) => error > before[window]!).length).toBeGreaterThan(190);
  });

  it('blames the calendar for nothing', () => {
    const { windows, reconstruction } = normal(20, 4);
    const values = reconstruction.values.map((value, cell) => (cell % 3 === 2 ? value + 5 : value));
    const shares = featureContributions(windows, { ...reconstruction, values }, models[3]!);
    for (let window = 0; window < 20; window += 1) expect(shares[window * 3 + 2]).toBe(0);
  });

  it('counts upwards only where it is told to', () => {
    const model = models.find(({ kind }) => kind === 'raised')!;
    const windows = new Float32Array(size);
    const rebuilt = (below: number) => ({
      values: Float32Array.from({ length: size }, (_, cell) => (cell % 3 === 0 ? -below : 0)),
      latent: new Float32Array(2),
    });
    const error = (below: number) => windowErrors(windows, rebuilt(below), model)[0]!;
    expect(error(1)).toBeGreaterThan(3);
    expect(error(-1)).toBeLessThan(0.1);
  });
});

describe('fitErrorModel', () => {
  it('tells stillness from movement, and has one regime where nobody moves', () => {
    const profile = models.find((model) => model.kind === 'profile')!;
    expect(profile).toMatchObject({ regimeFeature: 1 });
    expect(profile.kind === 'profile' && profile.regimes.length).toBe(4);
    const still = { ...learned, windows: learned.windows.map((value, cell) => (cell % 3 === 1 ? 0 : value)) };
    expect(fitErrorModel('profile', still, settings)).toMatchObject({ bounds: [], regimes: [{}] });
  });

  it('stands windows that are all alike', () => {
    const windows = new Float32Array(size * 3);
    const reconstruction = { values: windows, latent: new Float32Array(6) };
    for (const kind of errorKinds) {
      const model = ErrorModel.parse(fitErrorModel(kind, { windows, reconstruction }, settings));
      for (const error of windowErrors(windows, reconstruction, model)) expect(error).toBeLessThan(1);
    }
  });

  it('needs a window', () => {
    const nothing = {
      windows: new Float32Array(),
      reconstruction: { values: new Float32Array(), latent: new Float32Array() },
    };
    expect(() => fitErrorModel('mse', nothing, settings)).toThrow(/at least one normal window/);
  });
});

describe('fitGaussian and mahalanobisTerms', () => {
  it('agree with scipy, but for the shrinkage of one hundredth', () => {
    const flat = Float64Array.from(reference.train.flat());
    const exact = { means: reference.means, precision: reference.precision.flat() };
    const fitted = fitGaussian(flat, 6);
    fitted.means.forEach((mean, entry) => {
      expect(mean).toBeCloseTo(reference.means[entry]!, 10);
    });
    reference.test.forEach((row, index) => {
      const sum = (terms: Float64Array) => terms.reduce((total, term) => total + term, 0);
      expect(sum(mahalanobisTerms(row, 0, exact))).toBeCloseTo(reference.mahalanobisSquared[index]!, 8);
      const shrunk = sum(mahalanobisTerms(row, 0, fitted));
      expect(shrunk / reference.mahalanobisSquared[index]!).toBeGreaterThan(0.5);
      expect(shrunk / reference.mahalanobisSquared[index]!).toBeLessThan(1.5);
    });
  });
});

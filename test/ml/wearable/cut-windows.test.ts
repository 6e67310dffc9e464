import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneClock } from '../../../ml/time/zone-clock.ts';
import { cutWindows, windowsEndingAt } from '../../../ml/wearable/cut-windows.ts';
import { featureRows } from '../../../ml/wearable/feature-row.ts';
import type { HealthSample } from '../../../ml/wearable/health-sample.ts';
import type { LabelledSample } from '../../../ml/wearable/labelled-sample.ts';
import { defaultModelSettings, readModelSettings } from '../../../ml/wearable/model-settings.ts';
import { windowsOfUsers } from '../../../ml/wearable/windows-of-users.ts';

const settings = { ...defaultModelSettings, featureNames: ['heartRate'], standardisedFeatures: 1 };
const at = (seconds: number, heartRate?: number): HealthSample => ({
  timestampMs: seconds * 1000,
  heartRate,
});
const steady = (count: number, startSeconds = 0) =>
  Array.from({ length: count }, (_, index) => at(startSeconds + 5 * index, 60 + (index % 7)));
const cut = (samples: readonly HealthSample[], changed: Partial<typeof settings> = {}) =>
  cutWindows(featureRows(samples, settings), { ...settings, ...changed }, { user: 'a' });

describe('cutWindows', () => {
  it('cuts (n − 60) / 2 + 1 windows from n samples: the 12,471 of 25,000', () => {
    expect(cut(steady(60)).count).toBe(1);
    expect(cut(steady(59)).count).toBe(0);
    expect(cut(steady(25_000)).count).toBe(12_471);
  });

  it('lets no window span a silence of more than a minute, but one of a minute', () => {
    expect(cut([...steady(50), ...steady(50, 50 * 5 + 55)], { strideSteps: 1 }).count).toBe(41);
    expect(cut([...steady(50), ...steady(50, 50 * 5 + 56)], { strideSteps: 1 }).count).toBe(0);
  });

  it('holds consecutive samples in their order, and says when they were taken', () => {
    const windows = cut(steady(64));
    expect(windows.count).toBe(3);
    expect([...windows.startsMs]).toEqual([0, 10_000, 20_000]);
    expect([...windows.endsMs]).toEqual([295_000, 305_000, 315_000]);
    expect(windows.values[60]).toBe(62);
  });

  it('never holds what is missing, repeated for longer than a minute, or of two stretches', () => {
    const anySample = fc.record({
      gap: fc.constantFrom(5, 5, 5, 5, 30, 61, 600),
      heartRate: fc.option(fc.integer({ min: 40, max: 180 }), { nil: undefined, freq: 4 }),
    });
    fc.assert(
      fc.property(fc.array(anySample, { maxLength: 80 }), (drawn) => {
        let time = 0;
        const samples = drawn.map(({ gap, heartRate }) => {
          time += gap;
          return at(time, heartRate);
        });
        const small = { ...settings, stepsPerWindow: 5, strideSteps: 1 };
        const windows = cutWindows(featureRows(samples, small), small, { user: 'a' });
        for (let window = 0; window < windows.count; window += 1) {
          const first = samples.findIndex(({ timestampMs }) => timestampMs === windows.startsMs[window]);
          const inside = samples.slice(first, first + 5);
          expect(inside.at(-1)?.timestampMs).toBe(windows.endsMs[window]);
          for (const [step, sample] of inside.entries()) {
            if (step > 0)
              expect(sample.timestampMs - inside[step - 1]!.timestampMs).toBeLessThanOrEqual(60_000);
            const source = samples
              .slice(0, first + step + 1)
              .findLast(({ heartRate }) => heartRate !== undefined);
            expect(source?.heartRate).toBe(windows.values[window * 5 + step]);
            expect(sample.timestampMs - source!.timestampMs).toBeLessThanOrEqual(60_000);
          }
        }
      }),
    );
  });

  it('labels a window with what is wrong in it', () => {
    const labels = Array.from({ length: 64 }, (_, index) => (index === 61 ? 'stuck-sensor' : 'normal'));
    const windows = cutWindows(featureRows(steady(64), settings), settings, { user: 'a', labels });
    expect(windows.labels).toEqual(['normal', 'stuck-sensor', 'stuck-sensor']);
  });
});

describe('windowsEndingAt', () => {
  it('gives each sample the window that ends with it, and none to those that have no full one', () => {
    const samples = [...steady(61), ...steady(3, 4000)];
    const windows = windowsEndingAt(featureRows(samples, settings), settings);
    expect(windows.map((window) => window !== undefined)).toEqual([
      ...Array<boolean>(59).fill(false),
      true,
      true,
      false,
      false,
      false,
    ]);
    expect([...windows[60]!]).toEqual(samples.slice(1, 61).map(({ heartRate }) => heartRate));
  });
});

describe('windowsOfUsers', () => {
  const samples = (count: number): LabelledSample[] =>
    steady(count).map((sample) => ({ ...sample, steps: 0, calories: 0.1, distance: 0, label: 'normal' }));

  it('never mixes two users, even where one begins as the other ends', () => {
    const later = samples(61).map((sample) => ({ ...sample, timestampMs: sample.timestampMs + 59 * 5000 }));
    const windows = windowsOfUsers(
      new Map([
        ['a', samples(59)],
        ['b', later],
      ]),
      { ...defaultModelSettings, strideSteps: 1 },
    );
    expect(windows.users).toEqual(['b', 'b']);
    expect(windows.values.length).toBe(2 * 60 * 7);
  });
});

describe('featureRows', () => {
  const hours = { featureNames: ['hour_sin', 'hour_cos', 'is_weekend'], maxGapSeconds: 60 };

  it('takes hours as fractions: half past one is 22.5 degrees', () => {
    const rows = featureRows([{ timestampMs: Date.UTC(2024, 0, 3, 1, 30) }], hours);
    expect(rows.values[0]).toBeCloseTo(Math.sin(Math.PI / 8), 6);
    expect(rows.values[1]).toBeCloseTo(Math.cos(Math.PI / 8), 6);
  });

  it('follows the clock of the zone through the night when it is put forward', () => {
    // Berlin, 31 March 2024: 01:59 UTC+1 is followed by 03:00 UTC+2.
    const before = Date.UTC(2024, 2, 31, 0, 59);
    const rows = featureRows(
      [{ timestampMs: before }, { timestampMs: before + 60_000 }],
      hours,
      zoneClock('Europe/Berlin'),
    );
    const hourOf = (row: number) => {
      const turn = Math.atan2(rows.values[row * 3]!, rows.values[row * 3 + 1]!) / (2 * Math.PI);
      return 24 * (turn < 0 ? turn + 1 : turn);
    };
    expect(hourOf(0)).toBeCloseTo(1 + 59 / 60, 4);
    expect(hourOf(1)).toBeCloseTo(3, 4);
  });

  it('begins the weekend at local midnight', () => {
    // Friday 20:00 UTC is Saturday 01:45 in Kathmandu.
    const timestampMs = Date.UTC(2024, 0, 5, 20);
    expect(featureRows([{ timestampMs }], hours).values[2]).toBe(0);
    expect(featureRows([{ timestampMs }], hours, zoneClock('Asia/Kathmandu')).values[2]).toBe(1);
  });

  it('refuses a feature that no watch has', () => {
    expect(() => featureRows([], { featureNames: ['mood'], maxGapSeconds: 60 })).toThrow(/no feature mood/);
  });
});

describe('readModelSettings', () => {
  it('fills in the seed model where nothing else is said', () => {
    expect(readModelSettings({ formatVersion: 1 })).toEqual(defaultModelSettings);
    expect(defaultModelSettings.featureNames).toHaveLength(7);
  });

  it('refuses another version by name, unknown keys, and features named twice', () => {
    expect(() => readModelSettings({ formatVersion: 9 })).toThrow(/model_settings\.json of format version 9/);
    expect(() => readModelSettings({ formatVersion: 1, steps: 3 })).toThrow();
    expect(() =>
      readModelSettings({ formatVersion: 1, featureNames: ['a', 'a'], standardisedFeatures: 1 }),
    ).toThrow(/twice/);
  });
});

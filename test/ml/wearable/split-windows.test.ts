import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../ml/random/seeded-random.ts';
import { cutWindows } from '../../../ml/wearable/cut-windows.ts';
import { featureRows } from '../../../ml/wearable/feature-row.ts';
import { healthTableBuilder } from '../../../ml/wearable/health-table-builder.ts';
import { defaultModelSettings } from '../../../ml/wearable/model-settings.ts';
import {
  denormalizeWindows,
  fitNormalizationParams,
  normalizeWindows,
} from '../../../ml/wearable/normalization-params.ts';
import { splitWindows } from '../../../ml/wearable/split-windows.ts';
import { joinWindows } from '../../../ml/wearable/windows.ts';

const settings = { ...defaultModelSettings, featureNames: ['heartRate'], standardisedFeatures: 1 };
const windowsOf = (user: string, samples: number) => {
  const series = Array.from({ length: samples }, (_, index) => ({
    timestampMs: index * 5000,
    heartRate: 60 + index,
  }));
  return cutWindows(featureRows(series, settings), settings, { user });
};

describe('splitWindows', () => {
  it('holds back whole users', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 60, max: 200 }), { minLength: 2, maxLength: 8 }),
        fc.integer(),
        (sizes, seed) => {
          const windows = joinWindows(sizes.map((samples, index) => windowsOf(`u${index}`, samples)));
          const { train, validation } = splitWindows(windows, { random: seededRandom(seed) });
          expect(train.count + validation.count).toBe(windows.count);
          const held = new Set(validation.users);
          for (const user of train.users) expect(held.has(user)).toBe(false);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('splits a single user by time, with the length of a window left out between', () => {
    const { train, validation } = splitWindows(windowsOf('a', 1000), { random: seededRandom(1) });
    const gapMs = Math.min(...validation.startsMs) - Math.max(...train.endsMs);
    expect(gapMs).toBeGreaterThan(59 * 5000);
    expect(gapMs).toBeLessThan(62 * 5000);
    expect(validation.count / (train.count + validation.count)).toBeGreaterThan(0.15);
  });

  it('says when there is too little', () => {
    expect(() => splitWindows(windowsOf('a', 61), { random: seededRandom(1) })).toThrow(/too few/);
  });
});

describe('normalisation', () => {
  it('is undone by its reverse, and leaves the calendar alone', () => {
    const windows = Float32Array.of(60, 0.5, 70, -0.5, 80, 0);
    const params = fitNormalizationParams(windows, { ...settings, featureNames: ['heartRate', 'hour_sin'] });
    const normalized = normalizeWindows(windows, params);
    expect([normalized[1], normalized[3]]).toEqual([0.5, -0.5]);
    // √(200 / 3) beats/min
    expect(normalized[0]).toBeCloseTo(-10 / Math.sqrt(200 / 3), 6);
    denormalizeWindows(normalized, params).forEach((value, cell) => {
      expect(value).toBeCloseTo(windows[cell]!, 4);
    });
  });

  it('makes 0 of what never changed', () => {
    const params = fitNormalizationParams(Float32Array.of(60, 60), settings);
    expect([...normalizeWindows(Float32Array.of(90), params)]).toEqual([0]);
  });
});

describe('healthTableBuilder', () => {
  const read = (header: string, ...rows: string[]) => {
    const builder = healthTableBuilder();
    builder.startFile(header.split(','), 'h.csv');
    rows.forEach((row, index) => {
      builder.addRow(row.split(','), index + 2);
    });
    return builder.finish();
  };

  it('sorts by time, keeps users apart, and takes an empty cell for a missing value', () => {
    const users = read(
      'userId,timestamp,heartRate,steps,label',
      'b,1736125005000,61,,',
      'a,1736125010000,70,3,x',
      'a,1736125005000,69,2,normal',
    );
    expect(users.get('a')).toEqual([
      { timestampMs: 1_736_125_005_000, heartRate: 69, steps: 2, label: 'normal' },
      { timestampMs: 1_736_125_010_000, heartRate: 70, steps: 3, label: 'x' },
    ]);
    expect(users.get('b')).toEqual([{ timestampMs: 1_736_125_005_000, heartRate: 61, label: 'normal' }]);
  });

  it('takes ISO times, and one user where none is named', () => {
    expect(read('timestamp,heartRate', '2024-01-01T00:00:05Z,61').get('user')?.[0]?.timestampMs).toBe(
      Date.UTC(2024, 0, 1, 0, 0, 5),
    );
  });

  it.each(['1736125005', '-5', '99999999999999999999', '1999-12-31T23:59:59Z'])(
    'takes no time for one that no watch has lived: %s',
    (time) => {
      expect(() => read('timestamp,heartRate', `${time},61`)).toThrow(/h\.csv, line 2: the timestamp/);
    },
  );

  it.each([
    ['heartRate', '0'],
    ['heartRate', '250.5'],
    ['heartRate', '1e300'],
    ['heartRate', 'NaN'],
    ['steps', '-1'],
    ['steps', '200001'],
    ['calories', 'Infinity'],
    ['distance', '1000001'],
  ])('takes no measurement for one that no watch makes, as the endpoint does: %s %s', (name, cell) => {
    expect(() => read(`timestamp,${name}`, `1736125005000,${cell}`)).toThrow(
      new RegExp(`h\\.csv, line 2: ${name} is not a number`),
    );
  });

  it('names file, line and column of what it cannot read, never the content', () => {
    expect(() => read('time,heartRate', '1,2')).toThrow(/h\.csv has no column timestamp/);
    expect(() => read('timestamp,heartRate', '1736125005000,secret')).toThrow(
      /^(?!.*secret).*h\.csv, line 2: heartRate/,
    );
    expect(() => read('timestamp,heartRate', 'secret,61')).toThrow(
      /^(?!.*secret).*h\.csv, line 2: the timestamp/,
    );
    expect(() => read('timestamp,heartRate')).toThrow(/no samples/);
  });
});

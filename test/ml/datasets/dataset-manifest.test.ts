import { describe, expect, test } from 'vitest';
import { DatasetManifest, makeDatasetManifest, manifestText } from '../../../ml/datasets/dataset-manifest.ts';

const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const side = { before: { negative: 8, positive: 2 }, after: { negative: 8, positive: 8 } };
const facts = {
  timestamp: '20251019_065000',
  files: [
    { path: 'training/validation_20251019_065000.csv', sha256, bytes: 40, rows: 4 },
    { path: 'training/train_20251019_065000.csv', sha256, bytes: 160, rows: 16 },
  ],
  rowsSha256: sha256,
  classCounts: { train: side, validation: side },
  exclusions: { 'opted-out': 3, censored: 5 },
  labelCounts: {
    any: { negative: 8, positive: 2, censored: 5 },
    asserted: { negative: 9, positive: 1, censored: 5 },
  },
  unparsableItems: 1,
  parameters: {
    minDays: 60,
    validationSplit: 0.2,
    days: 30,
    asOf: { endOfLocalDate: '2025-10-10' },
    cutoffsPerUser: 1,
    cutoffStrideDays: 7,
    labelPolicy: 'any',
    splitBy: 'user',
    balance: 'both',
    seed: 1,
    maxFailedUserFraction: 0.1,
  },
  featureSchemaVersion: 1,
  featureNames: ['a', 'b'],
} satisfies Omit<DatasetManifest, 'schemaVersion'>;

describe('makeDatasetManifest', () => {
  test('gives the same bytes for the same facts, in whatever order they are named', () => {
    const { exclusions, files, timestamp, ...others } = facts;
    const reordered = {
      ...others,
      exclusions: { censored: exclusions.censored, 'opted-out': exclusions['opted-out'] },
      files: [...files].reverse(),
      timestamp,
    };
    expect(manifestText(makeDatasetManifest(reordered))).toBe(manifestText(makeDatasetManifest(facts)));
  });

  test('reads back as what was written', () => {
    const manifest = makeDatasetManifest(facts);
    expect(DatasetManifest.parse(JSON.parse(manifestText(manifest)))).toEqual(manifest);
    expect(manifest.schemaVersion).toBe(1);
    expect(manifest.files[0]?.path).toBe('training/train_20251019_065000.csv');
  });

  test('leaves its argument alone', () => {
    const before = structuredClone(facts);
    makeDatasetManifest(facts);
    expect(facts).toEqual(before);
  });

  test('refuses a fact that it does not know, such as a user id', () => {
    expect(() => makeDatasetManifest({ ...facts, ...{ users: ['user-1'] } })).toThrow('users');
  });
});

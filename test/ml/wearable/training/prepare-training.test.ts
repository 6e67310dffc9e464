import { describe, expect, it } from 'vitest';
import type { LabelledSample, SamplesByUser } from '../../../../ml/wearable/labelled-sample.ts';
import { defaultModelSettings } from '../../../../ml/wearable/model-settings.ts';
import { prepareTraining } from '../../../../ml/wearable/training/prepare-training.ts';
import { requireBothKinds } from '../../../../ml/wearable/training/test-detector.ts';

describe('prepareTraining', () => {
  const samplesOf = (count: number, more: Partial<LabelledSample> = {}): SamplesByUser => {
    const sample = (index: number): LabelledSample => ({
      timestampMs: Date.UTC(2026, 0, 5) + index * 5000,
      ...{ heartRate: 60 + (index % 7), steps: 0, calories: 0.1, distance: 0, label: 'normal' },
      ...more,
    });
    return new Map([['ada', Array.from({ length: count }, (_, index) => sample(index))]]);
  };
  const prepare = (samples: SamplesByUser) => () =>
    prepareTraining(samples, defaultModelSettings, { seed: 1, validationShare: 0.2 });

  it('says why there is nothing to learn from', () => {
    expect(prepare(samplesOf(300, { heartRate: undefined }))).toThrow('No sample has a heartRate');
    expect(prepare(samplesOf(300, { label: 'stuck-sensor' }))).toThrow('All 121 windows hold a sample');
    expect(prepare(samplesOf(59))).toThrow('60 complete samples in a row that are at most 60 s apart');
    expect(prepare(samplesOf(60))).toThrow('too few for training and validation');
  });
});

describe('requireBothKinds', () => {
  const { stepsPerWindow } = defaultModelSettings;
  const samples = (label: (index: number) => string): SamplesByUser =>
    new Map([
      [
        'ada',
        Array.from({ length: 3 * stepsPerWindow }, (_, index) => ({
          timestampMs: Date.UTC(2026, 0, 5) + index * 5000,
          ...{ heartRate: 60, steps: 0, calories: 0.1, distance: 0, label: label(index) },
        })),
      ],
    ]);

  it('refuses, before a training, what no detector could be judged by after it', () => {
    const judge = (label: (index: number) => string) => () =>
      requireBothKinds(samples(label), defaultModelSettings);
    expect(judge(() => 'normal')).toThrow('of the 61 in the test data 61 are normal');
    expect(judge(() => 'stuck-sensor')).toThrow('of the 61 in the test data 0 are normal');
    expect(() => requireBothKinds(new Map(), defaultModelSettings)).toThrow('of the 0 in the test data');
    expect(judge((index) => (index < 10 ? 'stuck-sensor' : 'normal'))).not.toThrow();
  });
});

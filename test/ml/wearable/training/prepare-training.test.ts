import { describe, expect, it } from 'vitest';
import type { LabelledSample, SamplesByUser } from '../../../../ml/wearable/labelled-sample.ts';
import { defaultModelSettings } from '../../../../ml/wearable/model-settings.ts';
import { prepareTraining } from '../../../../ml/wearable/training/prepare-training.ts';

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

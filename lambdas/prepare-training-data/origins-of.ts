import type { AssembledDataset } from '../../ml/datasets/assemble-dataset.ts';
import type { SampleOrigin } from '../shared/ports/sample-lineage.ts';

/** Who is which sample on which side; a person is on one side only. */
export const originsOf = (dataset: AssembledDataset): readonly SampleOrigin[] => {
  const trainIds = new Set(dataset.train.map(({ sampleId }) => sampleId));
  return [...dataset.sampleIds].map(([userId, sampleId]) => ({
    userId,
    sampleId,
    side: trainIds.has(sampleId) ? 'train' : 'validation',
  }));
};

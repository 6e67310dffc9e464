import type { DatasetRow, SampleRow } from './dataset-row.ts';
import { type AssemblyOptions, type DatasetPlan, type PlannedRow, planDataset } from './plan-dataset.ts';

/** A dataset of samples, as it is written. */
export interface AssembledDataset extends Pick<DatasetPlan<DatasetRow>, 'sampleIds' | 'counts'> {
  readonly train: readonly SampleRow[];
  readonly validation: readonly SampleRow[];
}

/**
 * From rows of persons to two files of samples, by the plan that `planDataset` makes of them.
 *
 * @param rows - distinct by person and cut-off; not mutated
 * @returns both sides in file order: by sample, then cut-off, then copy
 * @throws {SingleClassError} when a side would lack a class
 * @throws {InvalidRequestError} when `splitBy` is `time` and there is one cut-off date only
 * @throws {InvalidRowError} when a person has two rows at one cut-off
 */
export const assembleDataset = (rows: readonly DatasetRow[], options: AssemblyOptions): AssembledDataset => {
  const plan = planDataset(rows, options);
  return { ...plan, train: plan.train.flatMap(samplesOf), validation: plan.validation.flatMap(samplesOf) };
};

const samplesOf = ({ row, sampleId, copies }: PlannedRow<DatasetRow>): readonly SampleRow[] => {
  const sample = { sampleId, features: row.features, label: row.label };
  return Array.from({ length: copies }, () => sample);
};

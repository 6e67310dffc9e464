/** Keys of one attempt's files; the manifest is what makes them a dataset. */
export const datasetKeys = (timestamp: string) => ({
  trainCsv: `training/train_${timestamp}.csv`,
  validationCsv: `training/validation_${timestamp}.csv`,
  trainJsonl: `training/train_${timestamp}.jsonl`,
  validationJsonl: `training/validation_${timestamp}.jsonl`,
  manifest: `training/manifest_${timestamp}.json`,
});

/** Keys of the files that count for nothing while there is no manifest. */
export const dataFileKeys = (timestamp: string): readonly string[] => {
  const { manifest: _, ...files } = datasetKeys(timestamp);
  return Object.values(files);
};

/** Where an attempt that writes in parts writes them; each side is a folder that training reads as a whole. */
export const partKeys = (timestamp: string) => ({
  all: `training/${timestamp}/`,
  train: `training/${timestamp}/train/`,
  validation: `training/${timestamp}/validation/`,
});

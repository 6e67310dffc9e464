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

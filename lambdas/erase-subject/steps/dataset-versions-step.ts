import type { RebuiltVersions } from '../../shared/versions/rebuild-without.ts';
import type { ErasureStep } from '../erasure-step.ts';

/** Versions of datasets: each that holds the person is built again without them, and its objects are removed. */
export const makeDatasetVersionsStep = (
  rebuildWithout: (personIds: readonly string[]) => Promise<RebuiltVersions>,
): ErasureStep => ({
  name: 'datasetVersions',
  erase: async ({ userId }) => {
    const { versions, models } = await rebuildWithout([userId]);
    return {
      removed: { versions: versions.length },
      datasetsRebuilt: versions.map(({ datasetId, from, to }) => ({
        dataset: `${datasetId} ${from}${to === undefined ? '' : ` as ${to}`}`,
        sha256: null,
      })),
      modelsAffected: models.map(({ modelName, modelVersion }) => `${modelName} ${modelVersion}`),
    };
  },
});

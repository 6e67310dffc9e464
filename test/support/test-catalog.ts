import { makeCatalog } from '../../lib/catalog.ts';
import type { Catalog, FunctionSpec } from '../../lib/catalog-shapes.ts';
import { Config } from '../../lib/config.ts';

/** The catalogue with every function replaced by a tiny handler of the tests, and with what else is given. */
export const testCatalog = (overrides: Partial<Catalog> = {}, spec: Partial<FunctionSpec> = {}): Catalog => {
  const catalog = makeCatalog(Config.parse({}));
  const tiny = { entry: 'test/local/handlers/echo.ts', timeoutSeconds: 20, memoryMb: 128, ...spec };
  const functions: Catalog['functions'] = {
    extractMoodFeatures: { ...catalog.functions.extractMoodFeatures, ...tiny },
    extractBehavioralFeatures: { ...catalog.functions.extractBehavioralFeatures, ...tiny },
    extractSentimentFeatures: { ...catalog.functions.extractSentimentFeatures, ...tiny },
    prepareTrainingData: { ...catalog.functions.prepareTrainingData, ...tiny },
    triggerModelTraining: { ...catalog.functions.triggerModelTraining, ...tiny },
    recordTrainingJobState: { ...catalog.functions.recordTrainingJobState, ...tiny },
  };
  return { ...catalog, functions, ...overrides };
};

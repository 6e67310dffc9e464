import { makeCatalog } from '../../lib/catalog.ts';
import type { Catalog, FunctionSpec } from '../../lib/catalog-shapes.ts';
import { Config } from '../../lib/config.ts';

/** The catalogue with every function replaced by a tiny handler of the tests, and with what else is given. */
export const testCatalog = (overrides: Partial<Catalog> = {}, spec: Partial<FunctionSpec> = {}): Catalog => {
  const catalog = makeCatalog(Config.parse({}));
  const tiny = { entry: 'test/local/handlers/echo.ts', timeoutSeconds: 20, memoryMb: 128, ...spec };
  const { functions: real } = catalog;
  const functions: Catalog['functions'] = {
    extractMoodFeatures: { ...real.extractMoodFeatures, ...tiny },
    extractBehavioralFeatures: { ...real.extractBehavioralFeatures, ...tiny },
    extractSentimentFeatures: { ...real.extractSentimentFeatures, ...tiny },
    prepareTrainingData: { ...real.prepareTrainingData, ...tiny },
    triggerModelTraining: { ...real.triggerModelTraining, ...tiny },
    listTrainingShards: { ...real.listTrainingShards, ...tiny },
    extractTrainingShard: { ...real.extractTrainingShard, ...tiny },
    planTrainingParts: { ...real.planTrainingParts, ...tiny },
    writeTrainingPart: { ...real.writeTrainingPart, ...tiny },
    completeTrainingDataset: { ...real.completeTrainingDataset, ...tiny },
    recordTrainingJobState: { ...real.recordTrainingJobState, ...tiny },
    detectHealthAnomalies: { ...real.detectHealthAnomalies, ...tiny },
    serveHealthHistory: { ...real.serveHealthHistory, ...tiny },
    authorizeDevice: { ...real.authorizeDevice, ...tiny },
    formatTrainingNarrative: { ...real.formatTrainingNarrative, ...tiny },
    importHealthRecords: { ...real.importHealthRecords, ...tiny },
    startTrainingRun: { ...real.startTrainingRun, ...tiny },
    serveDataPreparation: { ...real.serveDataPreparation, ...tiny },
    runPreparationTask: { ...real.runPreparationTask, ...tiny },
    buildDatasetVersion: { ...real.buildDatasetVersion, ...tiny },
    sealAuditChain: { ...real.sealAuditChain, ...tiny },
    eraseSubject: { ...real.eraseSubject, ...tiny },
    compactTrainingData: { ...real.compactTrainingData, ...tiny },
    predictCustomerHealth: { ...real.predictCustomerHealth, ...tiny },
    deployApprovedModel: { ...real.deployApprovedModel, ...tiny },
    rollBackEndpoint: { ...real.rollBackEndpoint, ...tiny },
    updateCustomerFeatures: { ...real.updateCustomerFeatures, ...tiny },
    reviewQuietCustomers: { ...real.reviewQuietCustomers, ...tiny },
  };
  return { ...catalog, functions, ...overrides };
};

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '../../ml/domain-error.ts';
import { DetectorMetrics } from '../../ml/evaluation/detector-metrics.ts';
import type { LstmNetwork } from '../../ml/lstm/lstm-network.ts';
import { readNetwork } from '../../ml/lstm/read-network.ts';
import { readModelSettings, type WearableModelSettings } from '../../ml/wearable/model-settings.ts';
import { type NormalizationParams, readNormalizationParams } from '../../ml/wearable/normalization-params.ts';
import { accompanyingFiles } from '../../ml/wearable/published-model.ts';
import { scoringFiles } from '../../ml/wearable/scoring-files.ts';
import { readThreshold, type Threshold } from '../../ml/wearable/threshold.ts';
import { UsageError } from './usage-error.ts';

/** A trained wearable model as `wellcast train lstm-autoencoder` leaves it. */
export interface ModelFolder {
  /** Contents by name: what scoring needs, and what accompanies it. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly network: LstmNetwork;
  readonly threshold: Threshold;
  readonly normalization: NormalizationParams;
  readonly settings: WearableModelSettings;
  readonly metrics: DetectorMetrics;
}

const readAll = async (folder: string): Promise<Map<string, Uint8Array>> => {
  const files = new Map<string, Uint8Array>();
  for (const name of [...scoringFiles, ...accompanyingFiles]) {
    const content = await readFile(path.join(folder, name)).catch(() => undefined);
    if (content === undefined) {
      throw new UsageError(`${folder} holds no ${name}: name a folder that "train lstm-autoencoder" wrote`);
    }
    files.set(name, content);
  }
  return files;
};

/**
 * Reads a model and checks that its files are whole and of one shape.
 *
 * @param folder - of the model, or the .h5 file beside it
 * @throws {UsageError} when a file is missing
 * @throws {DomainError} when one is torn or of another version
 */
export const readModelFolder = async (folder: string): Promise<ModelFolder> => {
  const files = await readAll(folder.replace(/\.h5$/, ''));
  const read = <T>(name: string, parse: (saved: unknown) => T): T => {
    try {
      return parse(JSON.parse(Buffer.from(files.get(name) ?? []).toString('utf8')));
    } catch (error) {
      if (error instanceof DomainError) throw error;
      throw new UsageError(
        `${path.join(folder, name)} is torn, or of another release: train the model again`,
      );
    }
  };
  const weights = Uint8Array.from(files.get('weights.bin') ?? []);
  return {
    files,
    network: read('model.json', (saved) => readNetwork(saved, weights.buffer)),
    threshold: read('threshold.json', readThreshold),
    normalization: read('normalization_params.json', readNormalizationParams),
    settings: read('model_settings.json', readModelSettings),
    metrics: read('metrics.json', (saved) => DetectorMetrics.parse(saved)),
  };
};

import { createHash } from 'node:crypto';
import { DomainError } from '../../../ml/domain-error.ts';
import type { Engine } from '../../../ml/lstm/engine.ts';
import { readModelSettings } from '../../../ml/wearable/model-settings.ts';
import { normalizeWindows, readNormalizationParams } from '../../../ml/wearable/normalization-params.ts';
import {
  type FileDigests,
  readFileDigests,
  type ScoringFile,
  scoringFiles,
} from '../../../ml/wearable/scoring-files.ts';
import { readThreshold } from '../../../ml/wearable/threshold.ts';
import type { WearableModel } from '../../../ml/wearable/wearable-scorer.ts';
import { windowErrors } from '../../../ml/wearable/window-error.ts';
import { ModelUnavailableError } from '../model-unavailable-error.ts';

export interface ModelReading {
  /** The content of a file of the model; undefined when it is not there. */
  readonly readFile: (name: string) => Promise<Uint8Array | undefined>;
  /** @throws {InvalidModelError} when the files are no network of the known shape */
  readonly makeEngine: (modelJson: unknown, weights: ArrayBuffer) => Engine;
}

/**
 * A published model from its files, each checked against the sha256 that was written down when it was published,
 * and all against one another.
 *
 * @throws {ModelUnavailableError} saying which file is absent, torn or of another shape
 */
export const readWearableModel = async ({ readFile, makeEngine }: ModelReading): Promise<WearableModel> => {
  // All at once: a watch waits.
  const [metadata, ...contents] = await Promise.all(['metadata.json', ...scoringFiles].map(readFile));
  if (metadata === undefined) throw new ModelUnavailableError('Its metadata.json is not there.');
  const digests = shaped('metadata.json', () => readFileDigests(parseJson(metadata)));
  const found = new Map(scoringFiles.map((name, index) => [name, contents[index]]));
  const contentOf = (name: ScoringFile) => checked(name, found.get(name), digests);
  const jsonOf = (name: ScoringFile) => parseJson(contentOf(name));
  const weights = contentOf('weights.bin');
  const settings = shaped('model_settings.json', () => readModelSettings(jsonOf('model_settings.json')));
  const normalization = shaped('normalization_params.json', () =>
    readNormalizationParams(jsonOf('normalization_params.json')),
  );
  const threshold = shaped('threshold.json', () => readThreshold(jsonOf('threshold.json')));
  const engine = shaped('model.json', () => makeEngine(jsonOf('model.json'), new Uint8Array(weights).buffer));
  const model = { engine, settings, normalization, threshold };
  requireFit(model);
  return model;
};

const parseJson = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString('utf8'));

const checked = (name: ScoringFile, content: Uint8Array | undefined, digests: FileDigests): Uint8Array => {
  const expected = digests[name];
  if (expected === undefined) throw new ModelUnavailableError(`Its metadata.json names no ${name}.`);
  if (content === undefined) throw new ModelUnavailableError(`Its ${name} is not there.`);
  const sha256 = createHash('sha256').update(content).digest('hex');
  if (sha256 === expected.sha256) return content;
  throw new ModelUnavailableError(
    `Its ${name} is torn: ${content.length} of ${expected.bytes} bytes and another sha256 than was published.`,
  );
};

const shaped = <T>(name: string, read: () => T): T => {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof ModelUnavailableError) throw cause;
    const reason = cause instanceof DomainError ? `: ${cause.message}` : '.';
    throw new ModelUnavailableError(`Its ${name} has another shape than is known${reason}`, {}, { cause });
  }
};

/** Files of different models, or ones that make no number of a window, would score without complaint or never. */
const requireFit = ({ engine, settings, normalization, threshold }: WearableModel): void => {
  const { stepsPerWindow, featureNames } = settings;
  const { steps, features } = threshold.errorModel;
  const isFit =
    [engine.steps, steps].every((one) => one === stepsPerWindow) &&
    [engine.features, features].every((one) => one === featureNames.length) &&
    normalization.featureNames.join() === featureNames.join();
  if (!isFit) throw new ModelUnavailableError('Its files have different numbers of steps or features.');
  const cells = stepsPerWindow * featureNames.length;
  const window = Float32Array.from(
    { length: cells },
    (_, cell) => Math.floor(cell / featureNames.length) % 2,
  );
  const normalized = normalizeWindows(window, normalization);
  const reconstruction = engine.reconstruct(normalized, 1);
  const [error] = windowErrors(normalized, reconstruction, threshold.errorModel);
  if (!reconstruction.values.every(Number.isFinite) || !Number.isFinite(error)) {
    throw new ModelUnavailableError('Its network answers no numbers.');
  }
};

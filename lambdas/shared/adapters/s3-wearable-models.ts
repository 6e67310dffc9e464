import type { Engine } from '../../../ml/lstm/engine.ts';
import type { ReadObject } from '../aws/read-object.ts';
import { ModelUnavailableError } from '../model-unavailable-error.ts';
import type { Clock } from '../ports/clock.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import type { LiveModel, WearableModels } from '../ports/wearable-models.ts';
import { readWearableModel } from './read-wearable-model.ts';

/** Where the files of the live version are. */
export interface ModelPlace {
  readonly version: string;
  /** s3://bucket/prefix/, each version at its own place. */
  readonly path: string;
}

export interface S3WearableModelsOptions {
  readonly readObject: ReadObject;
  /** Undefined when no version is approved. */
  readonly locate: () => Promise<ModelPlace | undefined>;
  readonly makeEngine: (modelJson: unknown, weights: ArrayBuffer) => Engine;
  /** What an engine needs and no model says, done while the first is looked up. */
  readonly prepareEngine?: () => Promise<void>;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

/** A new version goes live within so long. */
const recheckMs = 60_000;

/**
 * The live model from S3, kept in the process; now and then it asks whether another version went live. A version
 * that cannot be read leaves the one before in place, with a metric that raises an alarm; without one before,
 * every call tries anew, so that scoring resumes as soon as the files are back.
 */
export const makeS3WearableModels = (options: S3WearableModelsOptions): WearableModels => {
  let kept: { readonly model: LiveModel; readonly path: string } | undefined;
  let checkedAt = Number.NEGATIVE_INFINITY;
  let underWay: Promise<LiveModel> | undefined;
  let prepared: Promise<void> | undefined;

  const refresh = async (): Promise<LiveModel> => {
    const looking = options.locate();
    prepared ??= options.prepareEngine?.() ?? Promise.resolve();
    const [place] = await Promise.all([looking, prepared]);
    if (place === undefined) throw new ModelUnavailableError('No version has been published and approved.');
    if (kept?.path !== place.path) {
      const model = await readWearableModel({
        readFile: (name) => options.readObject(`${place.path}${name}`),
        makeEngine: options.makeEngine,
      });
      kept = { model: { ...model, version: place.version }, path: place.path };
    }
    return kept.model;
  };

  const refreshOrKeep = async (): Promise<LiveModel> => {
    try {
      return await refresh();
    } catch (error) {
      options.telemetry.count('ModelUnavailable');
      options.telemetry.error('the live model cannot be read', error, { kept: kept !== undefined });
      if (kept !== undefined) return kept.model;
      if (error instanceof ModelUnavailableError) throw error;
      throw new ModelUnavailableError('The place where it lies cannot be reached.', {}, { cause: error });
    }
  };

  return {
    current: async () => {
      const now = options.clock.now();
      if (kept !== undefined && now - checkedAt < recheckMs) return kept.model;
      underWay ??= refreshOrKeep().finally(() => {
        underWay = undefined;
      });
      const model = await underWay;
      checkedAt = now;
      return model;
    },
  };
};

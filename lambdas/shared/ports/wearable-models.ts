import type { WearableModel } from '../../../ml/wearable/wearable-scorer.ts';

/** The model that judges now, and its version. */
export type LiveModel = WearableModel & { readonly version: string };

export interface WearableModels {
  /**
   * The live model, kept between calls.
   *
   * @throws {ModelUnavailableError} when there is none, or it cannot be read whole
   */
  current(): Promise<LiveModel>;
}

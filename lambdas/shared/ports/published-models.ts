import type { PublishedModel } from '../../../ml/wearable/published-model.ts';

/** Versions of wearable models, each a folder of files that is never changed once it is whole. */
export interface PublishedModels {
  /**
   * Stores a version, metadata.json last, so that a version with one is whole. Repeatable: the same files end in the
   * same folder, and what was written down of them first stays.
   *
   * @param files - contents by name
   * @param model - what metadata.json is to say
   * @returns s3://…/ of the folder
   */
  store(files: ReadonlyMap<string, Uint8Array>, model: PublishedModel): Promise<string>;
}

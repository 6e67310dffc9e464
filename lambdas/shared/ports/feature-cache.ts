import type { PreparationFeatures } from '../../../ml/features/preparation/extract-preparation-features.ts';

/** Features of a person, and of which state of their data. */
export interface CachedFeatures extends PreparationFeatures {
  /** As PersonalSources says it. */
  readonly version: string;
}

/** Features that were extracted before. */
export interface FeatureCache {
  /** @param key - everything besides the person and their data that features follow from */
  find(userId: string, key: string): Promise<CachedFeatures | undefined>;
  keep(userId: string, key: string, features: CachedFeatures): Promise<void>;
  /** Everything kept of a person. */
  forget(userId: string): Promise<void>;
}

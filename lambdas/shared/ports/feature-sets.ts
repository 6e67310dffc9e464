import type { FeatureSet } from '../../../ml/datasets/feature-set.ts';

/** A feature set without its features, for lists. */
export type FeatureSetSummary = Omit<FeatureSet, 'features'> & { readonly featureCount: number };

/** The part of a list that one answer holds. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the next page begins, if there may be one. */
  readonly next?: string;
}

/** Feature sets by id and version; a version never changes once it is there. */
export interface FeatureSets {
  /** False when this version exists. */
  create(set: FeatureSet): Promise<boolean>;
  /** @param version - the newest when absent */
  find(featureSetId: string, version?: string): Promise<FeatureSet | undefined>;
  /** In the order of ids, then versions. @param after - what the page before gave as `next` */
  list(page: {
    readonly limit: number;
    readonly after?: string | undefined;
  }): Promise<Page<FeatureSetSummary>>;
}

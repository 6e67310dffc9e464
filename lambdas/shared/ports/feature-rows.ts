import type { FeatureSet } from '../../../ml/datasets/feature-set.ts';
import type { Row } from '../../../ml/preprocessing/pipeline/row.ts';

/** The column of such rows that names the person. */
export const userColumn = 'userId';

/** Turns the app's people into rows, by the same definitions as the online features. */
export interface FeatureRows {
  /**
   * One row a person, with the features of a set and its target as of a moment.
   *
   * @returns people without a row are counted by reason
   */
  rows(request: {
    readonly featureSet: FeatureSet;
    readonly userIds: readonly string[];
    /** Milliseconds since 1970 UTC. */
    readonly asOf: number;
  }): Promise<{ readonly rows: readonly Row[]; readonly excluded: Readonly<Record<string, number>> }>;
}

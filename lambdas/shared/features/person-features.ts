import type { FeatureSet } from '../../../ml/datasets/feature-set.ts';
import {
  extractPreparationFeatures,
  type PreparationFeatures,
} from '../../../ml/features/preparation/extract-preparation-features.ts';
import { preparationEntries } from '../../../ml/features/preparation/preparation-entries.ts';
import type { PreparationFeatureType } from '../../../ml/features/preparation/preparation-feature-type.ts';
import type { PersonalData } from '../ports/personal-sources.ts';

/** The source table that a feature set names for what is extracted from a person's data. */
export const featuresTable = 'features';

export interface FeatureRequest {
  /** Milliseconds since 1970 UTC; nothing after it counts. */
  readonly asOf: number;
  readonly windowDays: number;
  /** All where absent. */
  readonly types?: readonly PreparationFeatureType[] | undefined;
  /** All features of these types where absent. */
  readonly featureSet?: FeatureSet | undefined;
}

/** Features of one person: the same for the online call and for a row of a dataset. */
export const personFeatures = (
  { sources, timeZone }: PersonalData,
  { asOf, windowDays, types, featureSet }: FeatureRequest,
): PreparationFeatures => {
  const entries = preparationEntries(sources, asOf);
  const all = extractPreparationFeatures({ entries, asOf, timeZone, types, windowDays });
  return featureSet === undefined ? all : ofFeatureSet(all, featureSet);
};

const numberOr = (value: FeatureSet['features'][number]['default']): number | null =>
  typeof value === 'number' ? value : null;

/** Those that a set takes from here, under the set's own names and with its defaults. */
const ofFeatureSet = ({ features, coverage }: PreparationFeatures, set: FeatureSet): PreparationFeatures => {
  const values = new Map(Object.entries(features));
  const shares = new Map(Object.entries(coverage));
  const wanted = set.features.filter(({ source }) => source.table === featuresTable);
  return {
    features: Object.fromEntries(
      wanted.map(({ name, source, default: otherwise }) => [
        name,
        values.get(source.column) ?? numberOr(otherwise),
      ]),
    ),
    coverage: Object.fromEntries(wanted.map(({ name, source }) => [name, shares.get(source.column) ?? 0])),
  };
};

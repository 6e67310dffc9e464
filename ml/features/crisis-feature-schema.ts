import { behavioralFeatureNames } from './behavioral-features.ts';
import { moodFeatureNames } from './mood-features.ts';
import { sentimentFeatureNames } from './sentiment-features.ts';

/** The 49 features of a crisis dataset, in the order of its columns: mood, behaviour, sentiment. */
export const crisisFeatureNames = [
  ...moodFeatureNames,
  ...behavioralFeatureNames,
  ...sentimentFeatureNames,
] as const;

/** Rises whenever a feature is added, removed, moved or defined anew. */
export const crisisFeatureSchemaVersion = 1;

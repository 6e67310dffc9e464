import * as z from 'zod';
import { moodFeatureNames } from '../../ml/features/mood-features.ts';
import { type FeatureRequest, parseFeatureRequest } from '../shared/extraction/feature-request.ts';

/** One user, or up to 100 pairs of user and instant. */
export const parseMoodFeatureRequest: (input: unknown) => FeatureRequest = parseFeatureRequest;

/** The answer for one user: each feature by name, finite. */
export const MoodFeatureAnswer = z.record(z.enum(moodFeatureNames), z.number());

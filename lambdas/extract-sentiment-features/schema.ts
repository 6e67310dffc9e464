import * as z from 'zod';
import { sentimentFeatureNames } from '../../ml/features/sentiment-features.ts';
import { type FeatureRequest, parseFeatureRequest } from '../shared/extraction/feature-request.ts';

/** One user, or up to 100 pairs of user and instant. */
export const parseSentimentFeatureRequest: (input: unknown) => FeatureRequest = parseFeatureRequest;

/** The answer for one user: each feature by name, finite. */
export const SentimentFeatureAnswer = z.record(z.enum(sentimentFeatureNames), z.number());

import * as z from 'zod';
import { behavioralFeatureNames } from '../../ml/features/behavioral-features.ts';
import { type FeatureRequest, parseFeatureRequest } from '../shared/extraction/feature-request.ts';

/** One user, or up to 100 pairs of user and instant. */
export const parseBehavioralFeatureRequest: (input: unknown) => FeatureRequest = parseFeatureRequest;

/** The answer for one user: each feature by name, finite. */
export const BehavioralFeatureAnswer = z.record(z.enum(behavioralFeatureNames), z.number());

import { type ZoneClock, zoneClock } from '../../time/zone-clock.ts';
import { type EngagementEntries, engagementFeatures } from '../engagement/engagement-features.ts';
import { type HealthEntries, healthFeatures } from '../health/health-features.ts';
import { temporalFeatures } from '../temporal/temporal-features.ts';
import type { KnownFeature } from './known-feature.ts';
import { type PreparationFeatureType, preparationFeatureTypes } from './preparation-feature-type.ts';

/** What is known of one person. */
export interface PreparationEntries {
  readonly health: HealthEntries;
  readonly engagement: EngagementEntries;
}

export interface PreparationRequest {
  readonly entries: PreparationEntries;
  /** Milliseconds since 1970 UTC; nothing after it counts. */
  readonly asOf: number;
  /** IANA name; dates and hours are counted in it. */
  readonly timeZone: string;
  /** All when left out; the order of the features does not depend on it. */
  readonly types?: readonly PreparationFeatureType[] | undefined;
  /**
   * Local dates of health that end with asOf's own, ≥ 1.
   *
   * @default 90
   */
  readonly windowDays?: number | undefined;
}

export interface PreparationFeatures {
  /** By name, in the order of `preparationFeatureNames`; null where nothing is known. */
  readonly features: Readonly<Record<string, number | null>>;
  /** By name, 0 … 1: of the dates that the feature looks at the share for which something is known. */
  readonly coverage: Readonly<Record<string, number>>;
}

export const defaultWindowDays = 90;

const featuresOfType = (
  type: PreparationFeatureType,
  { entries, asOf, windowDays: days = defaultWindowDays }: PreparationRequest,
  clock: ZoneClock,
): readonly KnownFeature[] => {
  switch (type) {
    case 'health':
      return healthFeatures(entries.health, { asOf, days }, clock);
    case 'engagement':
      return engagementFeatures(entries.engagement, asOf, clock);
    case 'temporal':
      return temporalFeatures(asOf, clock);
  }
};

/**
 * The features of one person as of an instant: the one definition behind the online call and the dataset build, so
 * that a row computed alone equals the same row in a batch.
 *
 * @throws {UnknownTimeZoneError} when the time zone is unknown
 */
export const extractPreparationFeatures = (request: PreparationRequest): PreparationFeatures => {
  const clock = zoneClock(request.timeZone);
  const wanted = new Set(request.types ?? preparationFeatureTypes);
  const found = preparationFeatureTypes
    .filter((type) => wanted.has(type))
    .flatMap((type) => featuresOfType(type, request, clock));
  return {
    features: Object.fromEntries(found.map(({ name, value }) => [name, value])),
    coverage: Object.fromEntries(found.map(({ name, coverage }) => [name, coverage])),
  };
};

const nothing: PreparationEntries = { health: {}, engagement: { checkIns: [], sessions: [], uses: [] } };

/**
 * Names of the features of some types, in order.
 *
 * @example
 * preparationFeatureNames(['temporal'])[0] // => 'hour'
 * preparationFeatureNames(['health']).length // => 306
 */
export const preparationFeatureNames = (
  types: readonly PreparationFeatureType[] = preparationFeatureTypes,
): readonly string[] =>
  Object.keys(extractPreparationFeatures({ entries: nothing, asOf: 0, timeZone: 'UTC', types }).features);

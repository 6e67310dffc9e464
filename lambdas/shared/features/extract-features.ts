import type { FeatureSet } from '../../../ml/datasets/feature-set.ts';
import type { PreparationFeatures } from '../../../ml/features/preparation/extract-preparation-features.ts';
import {
  PreparationFeatureType,
  preparationFeatureSchemaVersion,
  preparationFeatureTypes,
} from '../../../ml/features/preparation/preparation-feature-type.ts';
import { zoneClock } from '../../../ml/time/zone-clock.ts';
import { FeatureSetNotFoundError } from '../feature-set-errors.ts';
import type { FeatureCache } from '../ports/feature-cache.ts';
import type { FeatureSets } from '../ports/feature-sets.ts';
import type { PersonalSources, PersonVersion, TimeRange } from '../ports/personal-sources.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import type { Tombstones } from '../ports/tombstones.ts';
import { OptedOutError, UserNotFoundError } from '../user-errors.ts';
import { dayOf, type ExtractedFeatures, type ExtractQuery } from './extract-query.ts';
import { personFeatures } from './person-features.ts';

export interface ExtractionDeps {
  readonly sources: PersonalSources;
  readonly cache: FeatureCache;
  readonly featureSets: FeatureSets;
  readonly tombstones: Pick<Tombstones, 'among'>;
  readonly telemetry: Telemetry;
}

const msPerDay = 86_400_000;
/** The widest offset of any zone, so that a range in UTC holds the local days. */
const zoneSlackMs = msPerDay;

/**
 * Features of one person as of the end of a local day, from the cache where nothing of theirs has changed since.
 *
 * @throws {UserNotFoundError} when nothing is stored of the person, or they are erased
 * @throws {OptedOutError} when they keep their data out of machine learning
 * @throws {FeatureSetNotFoundError}
 */
export const extractFeatures = async (
  deps: ExtractionDeps,
  query: ExtractQuery,
): Promise<ExtractedFeatures> => {
  const { userId, startDate, endDate } = query;
  if (await isErased(deps, userId)) throw new UserNotFoundError();
  const featureSet = await featureSetOf(deps, query);
  const range: TimeRange = {
    fromMs: dayOf(startDate) * msPerDay - zoneSlackMs,
    toMs: (dayOf(endDate) + 1) * msPerDay + zoneSlackMs,
  };
  const person = await deps.sources.version(userId, range);
  if (person === undefined) throw new UserNotFoundError();
  if (person.optedOut) throw new OptedOutError();
  const { features, coverage, isHit } = await cached(deps, query, { person, range, featureSet });
  deps.telemetry.count(isHit ? 'FeatureCacheHits' : 'FeatureCacheMisses');
  return {
    userId,
    asOf: new Date(zoneClock(person.timeZone).endOfDay(dayOf(endDate))).toISOString(),
    timeZone: person.timeZone,
    windowDays: windowDaysOf(query),
    schemaVersion: preparationFeatureSchemaVersion,
    featureSet:
      featureSet === undefined
        ? null
        : { featureSetId: featureSet.featureSetId, version: featureSet.version },
    cache: isHit ? 'hit' : 'miss',
    features,
    coverage,
  };
};

interface Extraction {
  readonly person: PersonVersion;
  readonly range: TimeRange;
  readonly featureSet: FeatureSet | undefined;
}

const windowDaysOf = ({ startDate, endDate }: ExtractQuery): number => dayOf(endDate) - dayOf(startDate) + 1;

const typesOf = ({ types }: ExtractQuery): readonly PreparationFeatureType[] => {
  const wanted = new Set(types?.split(',').map((type) => PreparationFeatureType.parse(type)));
  return types === undefined
    ? preparationFeatureTypes
    : preparationFeatureTypes.filter((type) => wanted.has(type));
};

const isErased = async ({ tombstones }: ExtractionDeps, userId: string): Promise<boolean> =>
  (await tombstones.among([userId])).has(userId);

const featureSetOf = async (
  { featureSets }: ExtractionDeps,
  { featureSetId, featureSetVersion }: ExtractQuery,
): Promise<FeatureSet | undefined> => {
  if (featureSetId === undefined) return undefined;
  const found = await featureSets.find(featureSetId, featureSetVersion);
  if (found === undefined) throw new FeatureSetNotFoundError();
  return found;
};

const cached = async (
  deps: ExtractionDeps,
  query: ExtractQuery,
  { person, range, featureSet }: Extraction,
): Promise<PreparationFeatures & { readonly isHit: boolean }> => {
  const { userId, endDate } = query;
  const set = featureSet === undefined ? 'all' : `${featureSet.featureSetId}@${featureSet.version}`;
  const types = typesOf(query);
  const windowDays = windowDaysOf(query);
  const key = [preparationFeatureSchemaVersion, endDate, windowDays, types.join('+'), set].join('/');
  const known = await deps.cache.find(userId, key);
  if (known?.version === person.version) return { ...known, isHit: true };
  const data = await deps.sources.read(userId, person, range);
  const asOf = zoneClock(data.timeZone).endOfDay(dayOf(endDate));
  const made = personFeatures(data, { asOf, types, windowDays, featureSet });
  await deps.cache.keep(userId, key, { ...made, version: person.version });
  // An erasure that began meanwhile may have looked into the cache before this was kept.
  if (await isErased(deps, userId)) {
    await deps.cache.forget(userId);
    throw new UserNotFoundError();
  }
  return { ...made, isHit: false };
};

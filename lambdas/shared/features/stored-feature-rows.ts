import { defaultWindowDays } from '../../../ml/features/preparation/extract-preparation-features.ts';
import type { Row } from '../../../ml/preprocessing/pipeline/row.ts';
import { mapWithLimit } from '../map-with-limit.ts';
import { type FeatureRows, userColumn } from '../ports/feature-rows.ts';
import type { PersonalSources } from '../ports/personal-sources.ts';
import { personFeatures } from './person-features.ts';

const msPerDay = 86_400_000;
const peopleAtOnce = 8;

type Outcome = { readonly row: Row } | { readonly excluded: string };

/**
 * Rows of a feature set from what is stored of people. The target is the extracted feature of that name, as of the
 * same moment; null where it is none.
 */
export const makeStoredFeatureRows = (sources: PersonalSources): FeatureRows => ({
  rows: async ({ featureSet, userIds, asOf }) => {
    const range = { fromMs: asOf - (defaultWindowDays + 1) * msPerDay, toMs: asOf };
    const outcomes = await mapWithLimit(userIds, peopleAtOnce, async (userId): Promise<Outcome> => {
      const person = await sources.version(userId, range);
      if (person === undefined) return { excluded: 'not-found' };
      if (person.optedOut) return { excluded: 'opted-out' };
      const data = await sources.read(userId, person, range);
      const request = { asOf, windowDays: defaultWindowDays };
      const { features } = personFeatures(data, { ...request, featureSet });
      const target = new Map(Object.entries(personFeatures(data, request).features)).get(featureSet.target);
      return { row: { ...features, [featureSet.target]: target ?? null, [userColumn]: userId } };
    });
    const excluded: Record<string, number> = {};
    for (const outcome of outcomes) {
      if ('excluded' in outcome) excluded[outcome.excluded] = (excluded[outcome.excluded] ?? 0) + 1;
    }
    return { rows: outcomes.flatMap((outcome) => ('row' in outcome ? [outcome.row] : [])), excluded };
  },
});

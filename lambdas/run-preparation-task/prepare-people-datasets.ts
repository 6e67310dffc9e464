import { createHash } from 'node:crypto';
import type { FeatureSet } from '../../ml/datasets/feature-set.ts';
import { BuildRequest } from '../shared/dataset-builds/build-request.ts';
import { enqueueBuild, type RequestBuildDeps } from '../shared/dataset-builds/request-build.ts';
import { featuresTable } from '../shared/features/person-features.ts';
import type { FeatureSets } from '../shared/ports/feature-sets.ts';
import type { UserDirectory } from '../shared/ports/user-directory.ts';

export interface PrepareDatasetsDeps extends Pick<RequestBuildDeps, 'jobs' | 'queue' | 'objects' | 'clock'> {
  readonly featureSets: FeatureSets;
  readonly users: UserDirectory;
}

/** As many as one job takes. */
const mostUsers = 50_000;
const setsPerPage = 100;

/**
 * Asks for a dataset version of every feature set that is made of the app's people alone, as of a moment. A repeat
 * for the same moment asks for nothing new.
 *
 * @returns how many jobs there are now
 */
export const preparePeopleDatasets = async (
  deps: PrepareDatasetsDeps,
  scheduledAt: string,
): Promise<number> => {
  const sets = (await newestSets(deps.featureSets)).filter(({ features }) =>
    features.every(({ source }) => source.table === featuresTable),
  );
  if (sets.length === 0) return 0;
  const listing = await deps.users.list(mostUsers);
  if (listing === 'too-many')
    throw new RangeError(`There are more than ${mostUsers} people for one dataset job.`);
  if (listing.userIds.length === 0) return 0;
  for (const set of sets) {
    const request = BuildRequest.parse({
      datasetId: set.featureSetId,
      source: { kind: 'users', userIds: [...listing.userIds], asOf: scheduledAt },
      featureSet: { id: set.featureSetId, version: set.version },
      reason: 'scheduled',
    });
    const jobId = idOf(`${scheduledAt} ${set.featureSetId}@${set.version}`);
    await enqueueBuild(deps, { jobId, request, createdBy: 'scheduled-preparation' });
  }
  return sets.length;
};

/** In the form of a random id, but always the same for the same text. */
const idOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
};

const newestSets = async (featureSets: FeatureSets): Promise<readonly FeatureSet[]> => {
  const ids = new Set<string>();
  let after: string | undefined;
  do {
    const page = await featureSets.list({ limit: setsPerPage, after });
    for (const { featureSetId } of page.items) ids.add(featureSetId);
    after = page.next;
  } while (after !== undefined);
  const found = await Promise.all([...ids].map((id) => featureSets.find(id)));
  return found.filter((set) => set !== undefined);
};

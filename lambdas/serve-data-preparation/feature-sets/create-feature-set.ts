import { isDeepStrictEqual } from 'node:util';
import type { FeatureSet } from '../../../ml/datasets/feature-set.ts';
import { DomainError } from '../../../ml/domain-error.ts';
import { InvalidRequestError } from '../../../ml/invalid-request-error.ts';
import { FeatureSetNotFoundError } from '../../shared/feature-set-errors.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { FeatureSets } from '../../shared/ports/feature-sets.ts';
import type { CreateFeatureSet } from './schema.ts';

/** The version exists with another content, and versions do not change. */
export class FeatureSetConflictError extends DomainError {
  readonly code = 'feature-set-conflict';

  constructor(version: string) {
    super(`Version ${version} of this feature set exists with another content; give a new version.`, {
      version,
    });
  }
}

/** Lower case, everything else to single hyphens. */
const slugOf = (name: string): string => {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replaceAll(/^-|-$/g, '');
  if (slug !== '') return slug;
  throw new InvalidRequestError([
    { field: 'featureSetId', allowed: 'given where the name has no letter or digit', arrived: 'nothing' },
  ]);
};

/**
 * Creates a version of a feature set. The same content again is answered with what is there.
 *
 * @throws {FeatureSetConflictError} when the version exists with another content
 */
export const createFeatureSet = async (
  { featureSets, clock }: { readonly featureSets: FeatureSets; readonly clock: Clock },
  request: CreateFeatureSet,
): Promise<{ readonly featureSet: FeatureSet; readonly isNew: boolean }> => {
  const featureSetId = request.featureSetId ?? slugOf(request.name);
  const featureSet = { ...request, featureSetId, createdAt: new Date(clock.now()).toISOString() };
  if (await featureSets.create(featureSet)) return { featureSet, isNew: true };
  const existing = await featureSets.find(featureSetId, request.version);
  if (existing === undefined) throw new FeatureSetNotFoundError();
  if (!isDeepStrictEqual({ ...existing, createdAt: '' }, { ...featureSet, createdAt: '' })) {
    throw new FeatureSetConflictError(request.version);
  }
  return { featureSet: existing, isNew: false };
};

import { DomainError } from '../../ml/domain-error.ts';

/** No feature set has this id, or it has no such version. */
export class FeatureSetNotFoundError extends DomainError {
  readonly code = 'feature-set-not-found';

  constructor() {
    super('There is no feature set of this id and version; GET /feature-sets lists those there are.');
  }
}

import { DomainError } from '../../../ml/domain-error.ts';

/** The registry has no such version of the model, or no such model. */
export class ModelVersionNotFoundError extends DomainError {
  readonly code = 'model-version-not-found';

  constructor() {
    super('No such version of the model is registered; GET /models lists the models there are.');
  }
}

/** The gate rejected the version, so it stays in development. */
export class NotApprovedError extends DomainError {
  readonly code = 'not-approved';

  constructor(reasons: readonly string[]) {
    super('The gate rejected this version; train a better one, and promote that.', { reasons });
  }
}

/** A version was never measured where the comparison looks. */
export class NothingToCompareError extends DomainError {
  readonly code = 'nothing-to-compare';

  /** @param where - such as "with outcomes, measured on training rows" */
  constructor(versions: readonly number[], where = 'in this environment and split') {
    super(`Nothing was recorded of version ${versions.join(' and ')} ${where}; record it first.`, {
      versions,
    });
  }
}

import { DomainError } from '../../../ml/domain-error.ts';

/** No dataset has this version. */
export class VersionNotFoundError extends DomainError {
  readonly code = 'version-not-found';

  constructor(datasetId: string, version: string) {
    super(`The dataset ${datasetId} has no version ${version}; GET /datasets/versions lists those it has.`, {
      datasetId,
      version,
    });
  }
}

/** The version's files are gone: somebody was erased from it, or the retention rule let it go. */
export class VersionGoneError extends DomainError {
  readonly code = 'version-gone';

  constructor(version: string, supersededBy: string | undefined) {
    super(
      supersededBy === undefined
        ? `Version ${version} is kept no more; the list says who made it and why.`
        : `Version ${version} was replaced by ${supersededBy}; load that one.`,
      { version, ...(supersededBy === undefined ? {} : { supersededBy }) },
    );
  }
}

/** Builders of one dataset took the next number again and again; nothing is lost by asking once more. */
export class VersionsContendedError extends DomainError {
  readonly code = 'versions-contended';

  constructor() {
    super('Others were adding versions to this dataset at the same time, again and again; ask once more.');
  }
}

/** Somebody in these rows was erased while they were prepared. */
export class ErasedMeanwhileError extends DomainError {
  readonly code = 'erased-meanwhile';

  constructor() {
    super('Data of these rows was erased while they were prepared; ask once more, and they are left out.');
  }
}

/** An object is not there, or is not what its name says. */
export class DamagedObjectError extends Error {
  override readonly name = 'DamagedObjectError';
}

/** No version of this dataset was ever made. */
export class DatasetNotFoundError extends DomainError {
  readonly code = 'dataset-not-found';

  constructor(datasetId: string) {
    super(`There is no dataset ${datasetId}; GET /datasets lists those there are.`, { datasetId });
  }
}

import { DomainError } from '../../../ml/domain-error.ts';

/** Nothing was uploaded under this key, or it is gone. */
export class UploadNotFoundError extends DomainError {
  readonly code = 'upload-not-found';

  constructor() {
    super('There is no upload under this key; uploads are kept for a day: PUT the file to a new link.');
  }
}

/** More than a function can hold. */
export class UploadTooLargeError extends DomainError {
  readonly code = 'body-too-large';

  constructor(maxBytes: number) {
    super(`The upload has more than ${maxBytes} bytes; send a part of the rows.`, { maxBytes });
  }
}

/** No job has this id. */
export class JobNotFoundError extends DomainError {
  readonly code = 'job-not-found';

  constructor() {
    super('There is no job of this id; POST /datasets/prepare answers with the ids of its jobs.');
  }
}

import { DomainError } from '../../../ml/domain-error.ts';
import type { Role } from '../auth/caller.ts';

/** The caller's roles do not include one that may do this. */
export class NotAllowedError extends DomainError {
  readonly code = 'not-allowed';

  constructor(roles: readonly Role[]) {
    super(`This is for the roles ${roles.join(' and ')}; sign in with an account that has one.`, { roles });
  }
}

/** No route has this path. */
export class RouteNotFoundError extends DomainError {
  readonly code = 'route-not-found';

  constructor() {
    super('There is nothing under this path and method; openapi.json lists what there is.');
  }
}

/** A body that is not JSON by its own account. */
export class UnsupportedMediaTypeError extends DomainError {
  readonly code = 'unsupported-media-type';

  constructor() {
    super('Send the body as JSON, with the header content-type: application/json.');
  }
}

/** The answer is more than a function may give. */
export class AnswerTooLargeError extends DomainError {
  readonly code = 'answer-too-large';

  constructor(maxBytes: number) {
    super(`The answer would hold more than ${maxBytes} bytes; ask for less at once.`, { maxBytes });
  }
}

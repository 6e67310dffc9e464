import { DomainError } from '../../../ml/domain-error.ts';

/** A body, as sent or inflated, holds more than is taken in. */
export class BodyTooLargeError extends DomainError {
  readonly code = 'body-too-large';

  constructor(maxBytes: number) {
    super(`The body holds more than ${maxBytes} bytes; send less at once.`, { maxBytes });
  }
}

/** A body's lists and objects lie in one another deeper than any that is meant here. */
export class BodyTooDeepError extends DomainError {
  readonly code = 'body-too-deep';

  constructor(maxDepth: number) {
    super(`The body's lists and objects must not lie more than ${maxDepth} deep in one another.`, {
      maxDepth,
    });
  }
}

/** A body has more parts than the greatest batch that is taken in. */
export class TooManyMetricsError extends DomainError {
  readonly code = 'too-many-metrics';

  constructor(maxMetrics: number) {
    super(`At most ${maxMetrics} metrics are taken at once; send the rest in another call.`, { maxMetrics });
  }
}

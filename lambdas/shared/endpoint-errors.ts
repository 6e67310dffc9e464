import { DomainError } from '../../ml/domain-error.ts';

/** Nothing answers at present: no model has been approved yet, or its endpoint is being made, or is overrun. */
export class EndpointUnavailableError extends DomainError {
  readonly code = 'endpoint-unavailable';
}

/** The model's container answered an error, or something that is no answer. */
export class EndpointFailedError extends DomainError {
  readonly code = 'endpoint-failed';
}

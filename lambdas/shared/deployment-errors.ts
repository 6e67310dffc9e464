import { DomainError } from '../../ml/domain-error.ts';

/** The version is not in the registry, or was refused by the gate. */
export class NotDeployableError extends DomainError {
  readonly code = 'not-deployable';
}

/** The endpoint is being changed, or another deployment came first; the event comes again. */
export class EndpointBusyError extends DomainError {
  readonly code = 'endpoint-busy';

  constructor(endpointName: string, status: string) {
    super(`The endpoint ${endpointName} is ${status} at present. Try again in some minutes.`, {
      endpointName,
      status,
    });
  }
}

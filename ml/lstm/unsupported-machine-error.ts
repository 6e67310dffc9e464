import { DomainError } from '../domain-error.ts';

/** This machine or its Node.js lacks what the kernels need. */
export class UnsupportedMachineError extends DomainError {
  readonly code = 'unsupported-machine';
}

import { DomainError } from '../domain-error.ts';

/** Nothing can be learnt or measured: a class is absent, or has too few persons to stand on both sides. */
export class SingleClassError extends DomainError {
  readonly code = 'single-class';
}

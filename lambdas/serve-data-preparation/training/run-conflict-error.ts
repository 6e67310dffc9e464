import { DomainError } from '../../../ml/domain-error.ts';

/** A run of this id was asked for with other parameters. */
export class RunConflictError extends DomainError {
  readonly code = 'run-conflict';

  constructor(runId: string) {
    super(`The training run ${runId} was asked for with other parameters; give a new id.`, { runId });
  }
}

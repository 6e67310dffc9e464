import { DomainError } from '../../domain-error.ts';

/** The loss has become infinite or no number. */
export class TrainingDivergedError extends DomainError {
  readonly code = 'training-diverged';

  constructor(epoch: number) {
    super(`The loss is no finite number any more in epoch ${epoch}: train with a lower learning rate.`, {
      epoch,
    });
  }
}

import { DomainError } from '../../ml/domain-error.ts';
import type { TrainingJobSpec, TrainingJobState, TrainingService } from '../shared/ports/training-service.ts';
import { legalJobName } from './legal-job-name.ts';

/** Every name that the training could have is taken. */
export class JobNameConflictError extends DomainError {
  readonly code = 'job-name-conflict';

  constructor(attempts: number) {
    super(`${attempts} jobs of this name exist and none is this training; give another jobName.`, {
      attempts,
    });
  }
}

export interface StartedTraining {
  readonly jobName: string;
  readonly jobArn: string;
  readonly status: string;
  readonly started: boolean;
}

const maxAttempts = 50;

/**
 * Starts a training unless it was started before, whoever else is trying at the same moment: the job's name is what
 * makes it one, and SageMaker takes a name once. After a Failed or Stopped job, or another training that took the
 * name, the next name is tried: name, name-2, name-3 …
 *
 * @throws {JobNameConflictError} after 50 names
 */
export const startOnce = async (
  training: TrainingService,
  spec: TrainingJobSpec,
): Promise<StartedTraining> => {
  for (let attempt = 1; attempt <= maxAttempts; attempt++) {
    const jobName = attempt === 1 ? spec.jobName : legalJobName(`${spec.jobName}-${attempt}`);
    const created = await training.start({ ...spec, jobName });
    if (created !== undefined)
      return { jobName, jobArn: created.jobArn, status: 'InProgress', started: true };
    const existing = await training.describe(jobName);
    if (existing !== undefined && isSameTraining(existing, spec) && isWorthKeeping(existing)) {
      return { jobName, jobArn: existing.jobArn, status: existing.status, started: false };
    }
  }
  throw new JobNameConflictError(maxAttempts);
};

const isWorthKeeping = ({ status }: TrainingJobState): boolean =>
  status === 'InProgress' || status === 'Completed';

const isSameTraining = (job: TrainingJobState, spec: TrainingJobSpec): boolean => {
  const names = Object.keys(spec.hyperParameters);
  return (
    names.length === Object.keys(job.hyperParameters).length &&
    names.every((name) => job.hyperParameters[name] === spec.hyperParameters[name])
  );
};

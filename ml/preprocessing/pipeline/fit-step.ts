import { TableError } from '../table-error.ts';
import { applyStep } from './apply-step.ts';
import type { FittedStep } from './fitted-step.ts';
import type { Frame } from './frame.ts';
import { fitImpute } from './impute.ts';
import type { PreprocessingStep } from './preprocessing-step.ts';
import { fitScale } from './scale.ts';

/** A step with what it learned, and the training rows as it leaves them. */
export interface StepOutcome {
  readonly fitted: FittedStep;
  readonly frame: Frame;
}

const learn = (step: PreprocessingStep, frame: Frame): FittedStep => {
  switch (step.step) {
    case 'impute':
      return fitImpute(step, frame);
    case 'scale':
      return fitScale(step, frame);
    default:
      throw new TableError(`The step ${step.step} is not known yet.`);
  }
};

/** Learns one step from training rows, which must be as the steps before left them. */
export const fitStep = (step: PreprocessingStep, frame: Frame): StepOutcome => {
  const fitted = learn(step, frame);
  return { fitted, frame: applyStep(fitted, frame) };
};

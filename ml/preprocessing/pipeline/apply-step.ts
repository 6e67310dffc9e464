import { TableError } from '../table-error.ts';
import type { FittedStep } from './fitted-step.ts';
import type { Frame } from './frame.ts';
import { applyImpute } from './impute.ts';
import { applyScale } from './scale.ts';

/** Rows after a step; they must be as the steps before left them. */
export const applyStep = (fitted: FittedStep, frame: Frame): Frame => {
  switch (fitted.step) {
    case 'impute':
      return applyImpute(fitted, frame);
    case 'scale':
      return applyScale(fitted, frame);
    default:
      throw new TableError(`The step ${fitted.step} is not known yet.`);
  }
};

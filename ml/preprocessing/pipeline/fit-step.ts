import { applyStep } from './apply-step.ts';
import type { FittedStep } from './fitted-step.ts';
import type { Frame } from './frame.ts';
import { fitImpute } from './impute.ts';
import { fitOneHot } from './one-hot.ts';
import { fitOrdinal } from './ordinal.ts';
import type { PreprocessingStep } from './preprocessing-step.ts';
import { fitPca } from './principal-components.ts';
import { fitScale } from './scale.ts';
import { fitSelect } from './select.ts';
import { fitTargetEncoding, type TargetStep } from './target-encoding.ts';

/** A step with what it learned, and the training rows as it leaves them. */
export interface StepOutcome {
  readonly fitted: FittedStep;
  readonly frame: Frame;
}

const learn = (step: Exclude<PreprocessingStep, TargetStep>, frame: Frame): FittedStep => {
  switch (step.step) {
    case 'impute':
      return fitImpute(step, frame);
    case 'scale':
      return fitScale(step, frame);
    case 'encode':
      return step.method === 'one-hot' ? fitOneHot(step, frame) : fitOrdinal(step, frame);
    case 'select':
      return fitSelect(step, frame);
    case 'reduce':
      return fitPca(step, frame);
  }
};

/** Learns one step from training rows, which must be as the steps before left them. */
export const fitStep = (step: PreprocessingStep, frame: Frame): StepOutcome => {
  if (step.step === 'encode' && step.method === 'target') return fitTargetEncoding(step, frame);
  const fitted = learn(step, frame);
  return { fitted, frame: applyStep(fitted, frame) };
};

import type { FittedEncode, FittedStep } from './fitted-step.ts';
import type { Frame } from './frame.ts';
import { applyImpute } from './impute.ts';
import { applyOneHot } from './one-hot.ts';
import { applyOrdinal } from './ordinal.ts';
import { applyPca } from './principal-components.ts';
import { applyScale } from './scale.ts';
import { applySelect } from './select.ts';
import { applyTargetEncoding } from './target-encoding.ts';

const applyEncode = (fitted: FittedEncode, frame: Frame): Frame => {
  switch (fitted.method) {
    case 'one-hot':
      return applyOneHot(fitted, frame);
    case 'ordinal':
      return applyOrdinal(fitted, frame);
    case 'target':
      return applyTargetEncoding(fitted, frame);
  }
};

/** Rows after a step; they must be as the steps before left them. */
export const applyStep = (fitted: FittedStep, frame: Frame): Frame => {
  switch (fitted.step) {
    case 'impute':
      return applyImpute(fitted, frame);
    case 'scale':
      return applyScale(fitted, frame);
    case 'encode':
      return applyEncode(fitted, frame);
    case 'select':
      return applySelect(fitted, frame);
    case 'reduce':
      return applyPca(fitted, frame);
  }
};

import { detectorModelName } from '../../../ml/evaluation/detector-model-name.ts';
import { customerHealthModelName } from '../../../ml/models/customer-health/health-params.ts';
import type { Serving } from './schema.ts';

const servings: ReadonlyMap<string, Serving> = new Map([
  [
    detectorModelName,
    {
      follows: 'production',
      how: 'Watches are scored with the version in production, from about a minute on; while none is, with the newest that the gate approved. The setting modelPath goes before both.',
    },
  ],
  [
    customerHealthModelName,
    {
      follows: 'production',
      how: 'The endpoint gets the version in production within some minutes; while none is, each that is approved. An alarm takes a version back there and leaves its stage.',
    },
  ],
]);

const ofOthers: Serving = {
  follows: 'nothing',
  how: 'Nothing here serves this model: whoever fetches it goes by its stage.',
};

/**
 * What decides which version of a model answers requests, told with every change of a stage.
 *
 * @example
 * servingOf('crisis').follows // => 'nothing'
 */
export const servingOf = (modelId: string): Serving => servings.get(modelId) ?? ofOthers;

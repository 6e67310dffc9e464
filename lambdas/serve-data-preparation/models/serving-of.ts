import { detectorModelName } from '../../../ml/evaluation/detector-model-name.ts';
import type { Serving } from './schema.ts';

const servings: ReadonlyMap<string, Serving> = new Map([
  [
    detectorModelName,
    {
      follows: 'approval',
      how: 'Watches are scored with the newest version that the gate approved, or with the one that the setting modelPath pins.',
    },
  ],
  [
    'customer-health',
    {
      follows: 'approval',
      how: 'The endpoint serves the version approved last, by the gate or by "wellcast models approve"; deployApprovedModel, invoked with a version, puts another there.',
    },
  ],
]);

const ofOthers: Serving = {
  follows: 'nothing',
  how: 'Nothing here serves this model: whoever fetches it goes by its stage.',
};

/**
 * What decides which version of a model answers requests, told with every change of a stage, so that nobody takes a
 * promotion for a deployment.
 *
 * @example
 * servingOf('crisis').follows // => 'nothing'
 */
export const servingOf = (modelId: string): Serving => servings.get(modelId) ?? ofOthers;

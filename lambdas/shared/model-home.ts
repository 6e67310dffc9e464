import { detectorModelName } from '../../ml/evaluation/detector-model-name.ts';

/** The models that training jobs of ours make, as the registry names them. */
export const trainedModelNames = ['crisis', detectorModelName] as const;

export type TrainedModelName = (typeof trainedModelNames)[number];

/**
 * Which model a training makes: the container picks its trainer by the same setting.
 *
 * @param hyperParameters - of the job
 * @example
 * trainedModelName({ algorithm: 'lstm-autoencoder' }) // => 'lstm-autoencoder'
 * trainedModelName({}) // => 'crisis'
 */
export const trainedModelName = (hyperParameters: Readonly<Record<string, string>>): TrainedModelName =>
  hyperParameters['algorithm'] === detectorModelName ? detectorModelName : 'crisis';

/** Where the archives of a model's trainings lie, s3://…/. */
export const modelHome = (bucket: string, modelName: TrainedModelName): string =>
  `s3://${bucket}/models/${modelName}/`;

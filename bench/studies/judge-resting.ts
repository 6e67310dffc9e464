import { rocAuc } from '../../ml/evaluation/roc-auc.ts';
import type { Engine } from '../../ml/lstm/engine.ts';
import { fitStandardisation, standardise } from '../../ml/preprocessing/standardisation.ts';
import type { ErrorKind } from '../../ml/wearable/error-model.ts';
import { fitErrorModel } from '../../ml/wearable/fit-error-model.ts';
import {
  WearableModelSettings as Settings,
  type WearableModelSettings,
} from '../../ml/wearable/model-settings.ts';
import { fitThreshold } from '../../ml/wearable/threshold.ts';
import type { AutoencoderOptions } from '../../ml/wearable/training/training-options.ts';
import { windowErrors } from '../../ml/wearable/window-error.ts';
import type { RestingHours } from './resting-heart-rate.ts';
import { trainReconstructor } from './train-reconstructor.ts';

/** What an hour is used for; hours between the parts are not judged. */
export type Part = 'train' | 'normal' | 'ill' | 'unused';

export interface JudgedPerson extends RestingHours {
  readonly id: string;
  /** Shape [n]. */
  readonly parts: readonly Part[];
}

export interface PartFigures {
  readonly id: string;
  readonly auc: number;
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly trueNegatives: number;
  readonly falseNegatives: number;
}

/** Eight hours, as in LAAD; one window ends with every hour. */
const windowHours = 8;
const percentile = 95;

export const restingSettings: WearableModelSettings = Settings.parse({
  featureNames: ['restingRate', 'hour_sin', 'hour_cos'],
  standardisedFeatures: 1,
  stepsPerWindow: windowHours,
  strideSteps: 1,
  sampleIntervalSeconds: 3600,
  maxGapSeconds: 7 * 86_400,
});

/** A person's hours in units of the person's own training hours: the personal baseline. */
export const ownUnits = ({ rates, parts }: JudgedPerson): Float64Array => {
  const training = Float64Array.from(rates.filter((_, hour) => parts[hour] === 'train'));
  return standardise(Float64Array.from(rates), fitStandardisation(training, 1));
};

/** The windows that end with the hours of one part, row by row. */
const windowsOf = (person: JudgedPerson, part: Part): Float32Array => {
  const rates = ownUnits(person);
  const ends = person.parts.flatMap((own, hour) => (own === part && hour >= windowHours - 1 ? [hour] : []));
  return Float32Array.from(
    ends.flatMap((end) =>
      Array.from({ length: windowHours }, (_, step) => end - windowHours + 1 + step).flatMap((hour) => {
        const turn = (2 * Math.PI * (person.hours[hour]! % 24)) / 24;
        return [rates[hour]!, Math.sin(turn), Math.cos(turn)];
      }),
    ),
  );
};

const windowSize = windowHours * restingSettings.featureNames.length;
const counted = (values: Float32Array) => ({ count: values.length / windowSize, values });

/** Of every 50 windows ten in a row are held back to stop by. */
const splitInBlocks = (windows: Float32Array) => {
  const side = (isHeldBack: boolean) =>
    counted(windows.filter((_, cell) => Math.floor(cell / windowSize) % 50 >= 40 === isHeldBack));
  return { train: side(false), validation: side(true) };
};

/** One network for all, trained on everybody's training hours, each in the person's own units. */
export const trainOnResting = (
  persons: readonly JudgedPerson[],
  options: AutoencoderOptions,
): Promise<Engine> => {
  const all = Float32Array.from(persons.flatMap((person) => [...windowsOf(person, 'train')]));
  return trainReconstructor(splitInBlocks(all), restingSettings, options);
};

/** From the scores of one person's parts: one flag an hour, from the training hours' 95th percentile on. */
export const judgeParts = (
  id: string,
  scores: Record<'train' | 'normal' | 'ill', Float64Array>,
): PartFigures => {
  const { train, normal, ill } = scores;
  const { threshold } = fitThreshold(train, percentile, {
    kind: 'mse',
    steps: windowHours,
    features: 1,
    judgedFeatures: 1,
  });
  const flagged = (errors: Float64Array) => errors.filter((error) => error >= threshold).length;
  const labels = [...normal.map(() => 0), ...ill.map(() => 1)];
  return {
    id,
    auc: rocAuc(labels, [...normal, ...ill]),
    truePositives: flagged(ill),
    falsePositives: flagged(normal),
    trueNegatives: normal.length - flagged(normal),
    falseNegatives: ill.length - flagged(ill),
  };
};

/** What one kind of error of a network finds in a person. */
export const judgePerson = (engine: Engine, person: JudgedPerson, kind: ErrorKind): PartFigures => {
  const training = windowsOf(person, 'train');
  const rebuild = (windows: Float32Array) => engine.reconstruct(windows, windows.length / windowSize);
  const learned = { windows: training, reconstruction: rebuild(training) };
  const model = fitErrorModel(kind, learned, restingSettings);
  const errors = (windows: Float32Array) => windowErrors(windows, rebuild(windows), model);
  return judgeParts(person.id, {
    train: errors(training),
    normal: errors(windowsOf(person, 'normal')),
    ill: errors(windowsOf(person, 'ill')),
  });
};

/** The baseline: the distance of an hour from the person's training mean, either way or upwards only. */
export const judgeByZScore = (person: JudgedPerson, upwardsOnly: boolean): PartFigures => {
  const rates = ownUnits(person);
  const of = (part: Part) =>
    Float64Array.from(
      [...rates].filter((_, hour) => person.parts[hour] === part),
      (rate) => (upwardsOnly ? Math.exp(rate) : Math.abs(rate)),
    );
  return judgeParts(person.id, { train: of('train'), normal: of('normal'), ill: of('ill') });
};

/** A line: pooled precision, recall and false-positive rate, then the mean AUC and each person's. */
export const figuresLine = (name: string, persons: readonly PartFigures[]): string[] => {
  const sum = (of: (person: PartFigures) => number) =>
    persons.reduce((total, person) => total + of(person), 0);
  const found = sum(({ truePositives }) => truePositives);
  const alarms = sum(({ falsePositives }) => falsePositives);
  return [
    name,
    (found / (found + alarms)).toFixed(3),
    (found / (found + sum(({ falseNegatives }) => falseNegatives))).toFixed(3),
    (alarms / (alarms + sum(({ trueNegatives }) => trueNegatives))).toFixed(3),
    (sum(({ auc }) => auc) / persons.length).toFixed(3),
    persons.map(({ id, auc }) => `${id} ${auc.toFixed(3)}`).join(', '),
  ];
};

import { bootstrapEstimate } from '../../evaluation/bootstrap-estimate.ts';
import type { Interval } from '../../evaluation/percentile-interval.ts';
import { InsufficientDataError } from '../../insufficient-data-error.ts';
import { seededRandom } from '../../random/seeded-random.ts';
import type { CustomerDataset } from './customer-dataset.ts';
import {
  type CustomerFigure,
  guideFigures,
  probabilityFigures,
  truePredictions,
  type WeightedFigure,
} from './customer-figures.ts';
import type { TaskPredictions } from './task-predictions.ts';

/** One figure of a model, beside what it is compared with; a number that cannot be had is null. */
export interface JudgedFigure {
  readonly name: string;
  readonly reached: number | null;
  /** 95 % percentile bootstrap interval, customers resampled; null too where resampling would mislead. */
  readonly interval: Interval | null;
  /** Of who knows each customer's path. */
  readonly bestPossible: number | null;
  /** Of logistic or ridge regression on the same inputs. */
  readonly linear: number | null;
  /** Of a network of the same form, trained on this figure's task alone. */
  readonly alone: number | null;
}

export interface JudgeQuestion {
  readonly predictions: TaskPredictions;
  readonly linear?: TaskPredictions | undefined;
  readonly alone?: TaskPredictions | undefined;
  readonly data: CustomerDataset;
  /** @default 1,000 */
  readonly resamples?: number;
}

export interface CustomerHealthJudgement {
  /** The training guide's table. */
  readonly guide: readonly JudgedFigure[];
  /** Ranking, calibration and skill by what happened. */
  readonly probabilities: readonly JudgedFigure[];
}

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

const intervalOf = (figure: WeightedFigure, { data, resamples = 1000 }: JudgeQuestion): Interval => {
  const persons = Array.from({ length: data.count }, (_, row) => String(row));
  const weights = new Float64Array(data.count).fill(1);
  const { low, high } = bootstrapEstimate({ persons, weights }, figure, {
    resamples,
    random: seededRandom(1),
  });
  return { low, high };
};

const judgeFigure = (figure: CustomerFigure, question: JudgeQuestion): JudgedFigure => {
  const { data, predictions, linear, alone } = question;
  const figureOf = (given: TaskPredictions | undefined) =>
    given === undefined ? null : orNull(figure.of(given, data)());
  const reached = figure.of(predictions, data);
  return {
    name: figure.name,
    reached: orNull(reached()),
    interval: figure.isResampled && Number.isFinite(reached()) ? intervalOf(reached, question) : null,
    bestPossible: figureOf(truePredictions(data)),
    linear: figureOf(linear),
    alone: figureOf(alone),
  };
};

/**
 * Judges predictions on customers that took no part in training: the guide's figures, and how far probabilities can
 * be trusted, each beside the best possible and what it must beat.
 *
 * @throws {InsufficientDataError} when there is no customer
 */
export const judgeCustomerHealth = (question: JudgeQuestion): CustomerHealthJudgement => {
  if (question.data.count === 0)
    throw new InsufficientDataError('Judging needs at least one customer; got none.');
  const judge = (figures: readonly CustomerFigure[]) =>
    figures.map((figure) => judgeFigure(figure, question));
  return { guide: judge(guideFigures), probabilities: judge(probabilityFigures) };
};

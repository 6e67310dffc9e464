import { customerTasks } from '../../models/customer-health/customer-tasks.ts';
import type { PredictionAnswer } from '../../models/customer-health/prediction-document.ts';
import { MediaTypeError } from './serving-errors.ts';

export interface WrittenAnswer {
  readonly contentType: string;
  readonly body: string;
}

const csv = ({ predictions }: PredictionAnswer): string =>
  predictions
    .map((prediction) => `${customerTasks.map(({ name }) => prediction[name]).join(',')}\n`)
    .join('');

/**
 * Predictions in the form that was asked for: JSON, or CSV without a header, one line a customer, its five values in
 * the order of `customerTasks`.
 *
 * @param accept - of the request; JSON where it takes anything
 * @throws {MediaTypeError}
 */
export const writePredictions = (answer: PredictionAnswer, accept = '*/*'): WrittenAnswer => {
  const kinds = accept.split(',').map((kind) => kind.split(';')[0]?.trim().toLowerCase() ?? '');
  const wanted = kinds.find((kind) =>
    ['application/json', 'text/csv', '*/*', 'application/*', ''].includes(kind),
  );
  if (wanted === undefined) throw new MediaTypeError('not-acceptable', 'application/json or text/csv');
  return wanted === 'text/csv'
    ? { contentType: 'text/csv', body: csv(answer) }
    : { contentType: 'application/json', body: JSON.stringify(answer) };
};

import { DomainError } from '../../ml/domain-error.ts';

/** There is no model to judge with: none is published, or its files are absent, torn or of another shape. */
export class ModelUnavailableError extends DomainError {
  readonly code = 'model-unavailable';
  readonly problem: string;

  /**
   * @param problem - what is wrong with which file, as a sentence
   * @param data - what was done nevertheless
   */
  constructor(problem: string, data: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(
      `No model can score at present. ${problem} Metrics of watches are stored and scored once it is back.`,
      data,
      options,
    );
    this.problem = problem;
  }
}

import { DomainError } from './domain-error.ts';

/** One thing that is wrong with what was asked for. */
export interface RequestProblem {
  /** Path of the field, such as `requests[3].asOf`; empty for the request as a whole. */
  readonly field: string;
  /** What is allowed there. */
  readonly allowed: string;
  /** What arrived, by its type; never the content of a text. */
  readonly arrived: string;
}

/** The request is not what is taken; says which field, what arrived and what is allowed. */
export class InvalidRequestError extends DomainError {
  readonly code = 'invalid-request';
  readonly problems: readonly RequestProblem[];

  constructor(problems: readonly RequestProblem[]) {
    super(problems.map(sentence).join(' '), { problems });
    this.problems = problems;
  }
}

const sentence = ({ field, allowed, arrived }: RequestProblem): string =>
  `${field === '' ? 'The request' : field} must be ${allowed}; ${arrived} arrived.`;

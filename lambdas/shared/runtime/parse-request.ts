import {
  type $ZodError,
  type $ZodIssue,
  $ZodObject,
  type $ZodType,
  type output,
  safeParse,
} from 'zod/v4/core';

import { InvalidRequestError, type RequestProblem } from '../../../ml/invalid-request-error.ts';
import { phraseOfIssue } from './phrase-of-issue.ts';

/** At most so many problems are told at once, so that a batch of 100 bad entries stays readable. */
const maxProblems = 5;

/**
 * Checks a request against its schema. In these schemas an error message is the phrase after "must be", such as
 * "an integer from 7 to 365".
 *
 * @throws {InvalidRequestError} naming each wrong field, what arrived by type and what is allowed
 */
export const parseRequest = <Schema extends $ZodType>(schema: Schema, input: unknown): output<Schema> =>
  parse(schema, input, { private: false });

/**
 * The same for what a body measured or wrote: the error tells no number either.
 *
 * @throws {InvalidRequestError} naming each wrong field, what arrived by type and what is allowed
 */
export const parsePrivate = <Schema extends $ZodType>(schema: Schema, input: unknown): output<Schema> =>
  parse(schema, input, { private: true });

const parse = <Schema extends $ZodType>(
  schema: Schema,
  input: unknown,
  values: { readonly private: boolean },
): output<Schema> => {
  const parsed = safeParse(schema, input);
  if (parsed.success) return parsed.data;
  const source = { schema, input, isPrivate: values.private };
  throw new InvalidRequestError(requestProblems(parsed.error, source));
};

/** Where a value came from, for saying what was wrong with it. */
export interface CheckedInput {
  /** Lets an unknown field be answered with the known ones. */
  readonly schema?: $ZodType;
  readonly input: unknown;
  /** Whether no number of the input is told. */
  readonly isPrivate: boolean;
}

/** The first few things that a schema has found wrong, one a field, in the words of an InvalidRequestError. */
export const requestProblems = (error: $ZodError, source: CheckedInput): readonly RequestProblem[] => {
  const byField = new Map<string, RequestProblem>();
  for (const problem of error.issues.flatMap((issue) => problemsOf(issue, source))) {
    // What is not of its kind breaks every other rule as well.
    if (!byField.has(problem.field)) byField.set(problem.field, problem);
  }
  return [...byField.values()].slice(0, maxProblems);
};

const problemsOf = (issue: $ZodIssue, source: CheckedInput): readonly RequestProblem[] => {
  const field = fieldName(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const known = knownFields(source.schema, issue.path.length);
    return issue.keys.map((key) => ({
      field: fieldName([...issue.path, key]),
      allowed: known === '' ? 'left out' : `left out (the fields are ${known})`,
      arrived: 'an unknown field',
    }));
  }
  return [{ field, allowed: phraseOfIssue(issue), arrived: arrivedAt(source, issue.path) }];
};

const knownFields = (schema: $ZodType | undefined, depth: number): string =>
  depth === 0 && schema instanceof $ZodObject ? Object.keys(schema._zod.def.shape).join(', ') : '';

/** A name that the sender chose may be a text of any length. */
const mostNameCharacters = 64;

const fieldName = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key}]`;
    const part = String(key).slice(0, mostNameCharacters);
    return name === '' ? part : `${name}.${part}`;
  }, '');

/** No number in JSON, so it can only have been sent as a text. */
const notFinite = /^(?:NaN|-?Infinity)$/;

const arrivedAt = (
  { input, isPrivate }: { input: unknown; isPrivate: boolean },
  path: readonly PropertyKey[],
): string => {
  let value = input;
  for (const key of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'number' && isPrivate) return 'another number';
  if (typeof value === 'number' || typeof value === 'boolean') return `${typeof value} ${value}`;
  if (typeof value === 'string' && notFinite.test(value)) return value;
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  return 'an object';
};

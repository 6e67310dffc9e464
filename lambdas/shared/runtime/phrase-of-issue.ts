import type * as z from 'zod';

/** How a schema's own words begin where it was given none of ours. */
const generic = /^(Invalid|Too (big|small)|Unrecognized)/;

/**
 * What would be allowed, as the phrase after "must be".
 *
 * @param issue - what a schema has found wrong
 */
export const phraseOfIssue = (issue: z.core.$ZodIssue): string => {
  if (!generic.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? issue.expected;
    case 'too_small':
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${unitOf(issue.origin, issue.minimum)}`;
    case 'too_big':
      return `${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${unitOf(issue.origin, issue.maximum)}`;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return phraseOfUnion(issue);
    case 'invalid_format':
      return formats[issue.format] ?? 'in the form that is taken there';
    case 'invalid_key':
      return issue.issues[0] === undefined ? 'what is taken there' : phraseOfIssue(issue.issues[0]);
    default:
      return 'what is taken there';
  }
};

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'an integer',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const formats: Readonly<Record<string, string>> = {
  datetime: 'a moment such as 2026-11-21T10:00:00Z',
  date: 'a date such as 2026-11-21',
  uuid: 'a UUID',
};

/** The words that tell forms apart, or the kinds of value where each form is of one kind. */
const phraseOfUnion = (issue: z.core.$ZodIssueInvalidUnion): string => {
  if ('options' in issue && issue.options !== undefined)
    return `one of ${issue.options.map(String).join(', ')}`;
  const taken = issue.errors.map(([first, ...others]) => {
    if (first === undefined || first.path.length > 0 || others.length > 0) return undefined;
    const isPlain = first.code === 'invalid_type' || first.code === 'invalid_value';
    return isPlain ? phraseOfIssue(first).replace(/^one of (?!.*,)/, '') : undefined;
  });
  return taken.length > 0 && taken.every((kind) => kind !== undefined)
    ? taken.join(' or ')
    : 'one of the forms that are taken there';
};

const unitOf = (origin: string, count: number | bigint): string => {
  switch (origin) {
    case 'string':
      return count === 1 ? ' character' : ' characters';
    case 'array':
      return count === 1 ? ' entry' : ' entries';
    default:
      return '';
  }
};

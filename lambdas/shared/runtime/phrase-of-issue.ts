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
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${unitOf(issue.origin)}`;
    case 'too_big':
      return `${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${unitOf(issue.origin)}`;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return 'one of the forms that are taken there';
    case 'invalid_format':
      return 'in the form that is taken there';
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

const unitOf = (origin: string): string => {
  switch (origin) {
    case 'string':
      return ' characters';
    case 'array':
      return ' entries';
    default:
      return '';
  }
};

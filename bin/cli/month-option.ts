import { InvalidArgumentError } from 'commander';

/**
 * A parser for an option that takes a month.
 *
 * @throws {InvalidArgumentError} which Commander prints with the option's name
 */
export const monthOption = (text: string): string => {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) {
    throw new InvalidArgumentError('It takes a month such as 2025-11.');
  }
  return text;
};

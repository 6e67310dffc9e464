import { InvalidArgumentError } from 'commander';

/**
 * A parser for an option that takes a whole number within bounds.
 *
 * @throws {InvalidArgumentError} which Commander prints with the option's name
 */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^-?\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`It takes a whole number from ${least} to ${most}.`);
    }
    return value;
  };

/**
 * A parser for an option that takes a number within bounds.
 *
 * @throws {InvalidArgumentError} which Commander prints with the option's name
 */
export const realNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !(value >= least && value <= most)) {
      throw new InvalidArgumentError(`It takes a number from ${least} to ${most}.`);
    }
    return value;
  };

/** A parser for an option that takes several of what another takes, with commas between. */
export const listOf =
  (one: (text: string) => number) =>
  (text: string): number[] =>
    text.split(',').map(one);

const number = /^[+-]?(?:\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})(?:e[+-]?\d{1,2})?$/i;

/**
 * A number that came as text, as that number; anything else as it is.
 *
 * @example
 * numberOfText(' 142.3') // => 142.3
 * numberOfText('fair') // => 'fair'
 * numberOfText(3) // => 3
 */
export const numberOfText = (value: unknown): unknown =>
  typeof value === 'string' && number.test(value.trim()) ? Number(value) : value;

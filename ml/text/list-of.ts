/**
 * A list written as text: entries parted by commas or line ends.
 *
 * @example
 * listOf(`no hope, can't go on,
 *   hopeless`) // => ['no hope', "can't go on", 'hopeless']
 */
export const listOf = (text: string): readonly string[] =>
  text
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/**
 * A name that begins with the deployment's prefix, whether or not it did before: what policies allow by prefix must
 * not miss a function that is known under a name of its own.
 *
 * @param prefix - without the hyphen
 */
export const withPrefix = (prefix: string, name: string): string =>
  name.startsWith(`${prefix}-`) ? name : `${prefix}-${name}`;

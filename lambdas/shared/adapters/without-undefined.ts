/**
 * A copy without what is undefined, which DynamoDB has no form for. The document client's own setting for this will
 * not do: whoever wraps the same client next, without it, takes it away from all.
 *
 * @example
 * withoutUndefined({ a: 1, b: undefined }) // => { a: 1 }
 */
export const withoutUndefined = <T extends object>(record: T): Partial<T> => {
  const copy: Partial<T> = { ...record };
  for (const name of Object.keys(copy)) {
    if (Reflect.get(copy, name) === undefined) Reflect.deleteProperty(copy, name);
  }
  return copy;
};

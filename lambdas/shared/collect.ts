/** Everything that comes, as a list. */
export const collect = async <T>(source: AsyncIterable<T>): Promise<readonly T[]> => {
  const found: T[] = [];
  for await (const one of source) found.push(one);
  return found;
};

import { parseInput } from '../protocol/aws-json-service.ts';
import { ListInput } from './endpoint-inputs.ts';

interface Listed {
  readonly Name: string;
  readonly CreationTime: number;
  readonly Status?: string;
}

export interface Listing<Item extends Listed> {
  readonly items: readonly Item[];
  /** The members that a summary has. */
  readonly keep: readonly string[];
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * One page of a list, as SageMaker's List operations give it.
 *
 * @param input - of the operation, unchecked
 * @param member - what the list is called in the answer
 */
export const listPage = <Item extends Listed>(input: unknown, member: string, listing: Listing<Item>) => {
  const query = parseInput(ListInput, input);
  const key = query.SortBy;
  const found = listing.items
    .filter(({ Name }) => Name.includes(query.NameContains ?? ''))
    .filter(({ Status }) => query.StatusEquals === undefined || Status === query.StatusEquals)
    .toSorted((a, b) => compare(a[key] ?? '', b[key] ?? ''));
  if (query.SortOrder === 'Descending') found.reverse();
  const from = Number(query.NextToken ?? 0);
  const to = from + query.MaxResults;
  const summary = (item: Item) =>
    Object.fromEntries(Object.entries(item).filter(([name]) => listing.keep.includes(name)));
  return {
    [member]: found.slice(from, to).map(summary),
    ...(to < found.length ? { NextToken: String(to) } : {}),
  };
};

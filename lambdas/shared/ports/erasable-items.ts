/** A table's items, found in the ways in which they can be somebody's. Each answers how many it removed. */
export interface ErasableItems {
  /** All of one partition. */
  removePartition(partition: string): Promise<number>;
  /** All that an index has under a value. */
  removeIndexed(index: { readonly name: string; readonly attribute: string }, value: string): Promise<number>;
  /** All that carry a value in an attribute; reads the whole table. */
  removeMatching(attribute: string, value: string): Promise<number>;
}

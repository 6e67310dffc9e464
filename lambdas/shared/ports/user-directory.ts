/** Who is in the app's table, by their profiles. */
export interface UserListing {
  /** Ids of those whose data may be used, ascending. */
  readonly userIds: readonly string[];
  readonly optedOut: number;
  readonly unparsableProfiles: number;
}

export interface UserDirectory {
  /** @param maxUsers - with more than these, `too-many` is the answer, as soon as that is known */
  list(maxUsers: number): Promise<UserListing | 'too-many'>;
}

/** The same people for whoever cannot hold them all. */
export interface UserStream {
  /**
   * Hands on those whose data may be used, each once, in lists of at most `usersPerList` and no order, several lists
   * at a time.
   */
  forEachList(
    usersPerList: number,
    take: (userIds: readonly string[]) => Promise<void>,
  ): Promise<Pick<UserListing, 'optedOut' | 'unparsableProfiles'>>;
}

/** Who is in the app's table, by their profiles. */
export interface UserListing {
  /** Ids of those whose data may be used, ascending. */
  readonly userIds: readonly string[];
  readonly optedOut: number;
  readonly unparsableProfiles: number;
}

export interface UserDirectory {
  list(): Promise<UserListing>;
}

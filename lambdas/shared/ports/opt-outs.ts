/** What people's profiles say about machine learning with their data. */
export type Consent = 'given' | 'opted-out' | 'unparsable-profile';

export interface OptOuts {
  /** By user id; somebody without a profile has not opted out. @param userIds - distinct */
  read(userIds: readonly string[]): Promise<ReadonlyMap<string, Consent>>;
}

export interface Profile {
  /** IANA name. */
  readonly timeZone: string;
  /** Whether the person keeps their data out of machine learning. */
  readonly optedOut: boolean;
}

export interface Profiles {
  /**
   * What a person's profile says; the defaults (UTC, not opted out) where there is none.
   *
   * @throws {UnparsableProfileError} when it says something that has no meaning
   */
  read(userId: string): Promise<Profile>;
}

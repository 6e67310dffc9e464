/** The key of one person's pseudonyms, for who may end it. */
export interface PersonKey {
  /** Undefined where there is none. */
  find(userId: string): Promise<Uint8Array | undefined>;
  /** From then on nobody can tell which pseudonym was whose. Repeatable. */
  destroy(userId: string): Promise<void>;
}

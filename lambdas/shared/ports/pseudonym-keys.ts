/** Each person's own random key. Who erases it erases the only link from a pseudonym to the person. */
export interface PseudonymKeys {
  /** Made where there is none yet. @returns 32 bytes by user id */
  keysOf(userIds: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
}

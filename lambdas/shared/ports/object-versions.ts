/** Removal that keeps nothing: in a versioned bucket a delete alone would. */
export interface ObjectVersions {
  /** Removes every version of these objects; what is not there is fine. */
  purge(keys: readonly string[]): Promise<void>;
}

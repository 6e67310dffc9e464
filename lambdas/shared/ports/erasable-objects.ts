/** One version of an object, or a marker that hides it. */
export interface ErasableVersion {
  readonly key: string;
  readonly versionId: string;
  readonly isMarker: boolean;
  /** Whether a plain read would give this one. */
  readonly isLatest: boolean;
}

/** A bucket with all that it keeps behind what one sees of it. */
export interface ErasableObjects {
  /** Every version and marker below a prefix, in order of keys. */
  versions(prefix: string): AsyncIterable<ErasableVersion>;
  /** Undefined where it has gone meanwhile. */
  read(version: ErasableVersion): Promise<Uint8Array | undefined>;
  /** As the writer gave it, names in lower case; undefined where it has gone meanwhile. */
  describe(
    version: ErasableVersion,
  ): Promise<{ readonly metadata: Readonly<Record<string, string>>; readonly etag: string } | undefined>;
  /** For good. What is not there is fine. */
  remove(versions: readonly ErasableVersion[]): Promise<void>;
}

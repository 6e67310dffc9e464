export interface StoredFile {
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly bytes: number;
}

/** Files of datasets, by key in one bucket. */
export interface DatasetStore {
  /** Full name of a key, such as s3://bucket/key. */
  pathOf(key: string): string;
  /**
   * Writes a file from its lines in bounded memory.
   *
   * @throws {StorageFailedError}
   */
  write(key: string, lines: Iterable<string>): Promise<StoredFile>;
  /**
   * Writes a file unless it is there already with the same text.
   *
   * @throws {StorageFailedError} also when another text is there
   */
  writeOnce(key: string, text: string): Promise<void>;
  /** Removes files; one that is not there is fine. */
  remove(keys: readonly string[]): Promise<void>;
}

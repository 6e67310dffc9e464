/** Reads what was written for training. */
export interface DatasetReader {
  /**
   * The whole text of a small file.
   *
   * @throws {DatasetNotFoundError} when there is no such object
   */
  readText(path: string): Promise<string>;
  /**
   * Lines of a file of any size, each with its "\n", in bounded memory.
   *
   * @throws {DatasetNotFoundError} when there is no such object
   */
  readLines(path: string): AsyncIterable<string>;
}

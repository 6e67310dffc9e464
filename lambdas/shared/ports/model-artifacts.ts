/** What a training job leaves behind. */
export interface ModelArtifacts {
  /**
   * The text of metrics.json inside a model.tar.gz.
   *
   * @param modelDataUrl - s3://…
   * @throws {UnreadableModelError} when it is not there, or the archive is none
   */
  readMetrics(modelDataUrl: string): Promise<string>;
  /**
   * Files inside a model.tar.gz.
   *
   * @param modelDataUrl - s3://…
   * @param names - which
   * @returns contents by name
   * @throws {UnreadableModelError} when one is not there, or the archive is none
   */
  readFiles(modelDataUrl: string, names: readonly string[]): Promise<Map<string, Uint8Array>>;
}

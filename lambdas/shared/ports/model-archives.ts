/** Where archives of models lie until SageMaker fetches them. */
export interface ModelArchives {
  /** @returns s3://… of model.tar.gz; the same version has the same place */
  store(
    model: { readonly modelName: string; readonly version: string },
    archive: Uint8Array,
  ): Promise<string>;
}

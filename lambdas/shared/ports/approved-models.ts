/** A version in the registry, as far as deploying it goes. */
export interface DeployableVersion {
  readonly version: number;
  readonly status: 'approved' | 'rejected';
  /** s3://… of model.tar.gz. */
  readonly modelDataUrl: string;
}

/** The model registry, for deploying from. */
export interface ApprovedModels {
  find(modelName: string, version: number): Promise<DeployableVersion | undefined>;
  /** Undefined when none is approved. */
  newest(modelName: string): Promise<number | undefined>;
  /**
   * Lets a version through by hand; the registry keeps why.
   *
   * @returns false when there is no such version
   */
  approve(modelName: string, version: number, reason: string): Promise<boolean>;
}

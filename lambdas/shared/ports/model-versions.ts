/** A version of the model registry, whatever kind of model it is. */
export interface RegisteredVersion {
  readonly modelId: string;
  readonly version: number;
  /** What the gate said. */
  readonly status: 'approved' | 'rejected';
  readonly reasons: readonly string[];
  /** ISO 8601. */
  readonly createdAt: string;
}

/** The model registry, for reading. */
export interface ModelVersions {
  find(modelId: string, version: number): Promise<RegisteredVersion | undefined>;
  /** Every version of a model, oldest first. */
  list(modelId: string): Promise<readonly RegisteredVersion[]>;
  /** Every model there is, in order. */
  modelIds(): Promise<readonly string[]>;
}

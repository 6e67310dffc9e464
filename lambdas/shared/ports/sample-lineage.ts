export interface SampleOrigin {
  readonly userId: string;
  readonly sampleId: string;
  readonly side: 'train' | 'validation';
}

/** Which person is which sample of which dataset: the only link, for erasure. */
export interface SampleLineage {
  record(timestamp: string, origins: readonly SampleOrigin[]): Promise<void>;
  /** Removes what an abandoned dataset recorded; what is not there is fine. */
  forget(timestamp: string, userIds: readonly string[]): Promise<void>;
}

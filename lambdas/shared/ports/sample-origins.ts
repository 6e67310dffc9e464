/** In which datasets a person is, and as whom. */
export interface SampleOrigins {
  of(userId: string): Promise<readonly { readonly timestamp: string; readonly sampleId: string }[]>;
  /** Removes what says so. What is not there is fine. */
  forget(userId: string, timestamp: string): Promise<void>;
}

export type FetchedExport =
  | {
      readonly state: 'found';
      readonly bytes: Uint8Array;
      /** Names in lower case. */
      readonly metadata: Readonly<Record<string, string>>;
    }
  | { readonly state: 'too-large'; readonly metadata: Readonly<Record<string, string>> }
  /** Replaced or deleted since. */
  | { readonly state: 'gone' };

/** Files that phones have put into the bucket. */
export interface HealthExports {
  /** This very state of a file; memory never holds more than `maxBytes` of it. */
  fetch(object: { readonly key: string; readonly etag: string }, maxBytes: number): Promise<FetchedExport>;
}

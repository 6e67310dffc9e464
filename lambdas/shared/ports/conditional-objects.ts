/** What a listing tells. */
export interface ListedObject {
  readonly key: string;
  readonly bytes: number;
  /** Epoch milliseconds. */
  readonly modifiedAt: number;
}

/** One state of an object: whoever names it by its tag gets that one or nothing. */
export interface ObjectState {
  readonly key: string;
  readonly etag: string;
  readonly bytes: number;
  /** Where the bucket keeps versions: reads this state also after it was replaced or deleted. */
  readonly versionId?: string;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface ObjectContent {
  readonly body: string | Uint8Array;
  readonly contentType: string;
  /** @default none */
  readonly metadata?: Readonly<Record<string, string>>;
}

/**
 * Objects of one bucket, each written in one step or not at all, and only over what the writer expects there.
 *
 * A write that answers false changed nothing, or was done by an earlier try whose answer was lost: look again. One
 * that throws may have been done all the same.
 */
export interface ConditionalObjects {
  /** @returns false where something is there already, be it empty */
  create(key: string, content: ObjectContent): Promise<boolean>;
  /** @returns false where the object is no longer in this state */
  replace(expected: ObjectState, content: ObjectContent): Promise<boolean>;
  /** Adds at the end without reading it, where it has 5 MiB or more. @returns false as `replace` */
  append(expected: ObjectState, content: ObjectContent): Promise<boolean>;
  head(key: string): Promise<ObjectState | undefined>;
  /** All of it, as it is now. */
  read(key: string): Promise<Uint8Array | undefined>;
  /** This very state, piece by piece. @throws {ObjectChangedError} when it can no longer be had */
  stream(state: ObjectState): AsyncIterable<Uint8Array>;
  /** In the order of the keys. */
  list(prefix: string): AsyncIterable<ListedObject>;
  /** What is not there is fine. */
  remove(keys: readonly string[]): Promise<void>;
}

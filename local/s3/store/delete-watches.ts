/** Learns whether the key's object was deleted since the watch began. */
export interface DeleteWatch {
  readonly deleted: boolean;
  stop(): void;
}

/** The conditional writes under way in a bucket, each watching its key. */
export interface DeleteWatches {
  watch(key: string): DeleteWatch;
  /** Tells everyone who watches a key that its object is gone. */
  report(key: string): void;
}

export const makeDeleteWatches = (): DeleteWatches => {
  const watches = new Map<string, Set<{ deleted: boolean }>>();
  return {
    watch: (key) => {
      const state = { deleted: false };
      const ofKey = watches.get(key) ?? new Set();
      watches.set(key, ofKey.add(state));
      return {
        get deleted() {
          return state.deleted;
        },
        stop: () => {
          ofKey.delete(state);
          if (ofKey.size === 0) watches.delete(key);
        },
      };
    },
    report: (key) => {
      for (const state of watches.get(key) ?? []) state.deleted = true;
    },
  };
};

/** What a shard takes in a second. */
const maxRecords = 1000;
const maxBytes = 1024 * 1024;

/** Counts what one shard takes, second by second. */
export interface WriteLimit {
  /** Whether a record of so many bytes may still be taken in this second; counted if so. */
  admit(bytes: number): boolean;
}

/** @param now - epoch milliseconds */
export const makeWriteLimit = (now: () => number): WriteLimit => {
  let second = 0;
  let records = 0;
  let bytes = 0;
  return {
    admit: (size) => {
      const current = Math.floor(now() / 1000);
      if (current !== second) {
        second = current;
        records = 0;
        bytes = 0;
      }
      if (records + 1 > maxRecords || bytes + size > maxBytes) return false;
      records += 1;
      bytes += size;
      return true;
    },
  };
};

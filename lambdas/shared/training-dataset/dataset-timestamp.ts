/**
 * The name of a run: its second in UTC, such as 20251019_065000.
 *
 * @param at - milliseconds since 1970 UTC
 */
export const datasetTimestamp = (at: number): string =>
  new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '_');

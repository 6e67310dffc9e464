/**
 * A narrative's request with its keys in camelCase, in whichever of the two spellings they came: `recordType` or
 * `record_type`. What lies inside the insights keeps its names, and what is no object stays what it is.
 *
 * @example
 * camelRequest({ source_metadata: { record_type: 'StepsRecord' } }) // => { sourceMetadata: { recordType: 'StepsRecord' } }
 * camelRequest({ processingMetadata: { clinical_insights: { sleep_hours: 7 } } }) // => { processingMetadata: { clinicalInsights: { sleep_hours: 7 } } }
 */
export const camelRequest = (input: unknown): unknown =>
  withKeys(input, (key, value) => (nested.has(key) ? withKeys(value, (_, entry) => entry) : value));

const nested: ReadonlySet<string> = new Set(['sourceMetadata', 'processingMetadata']);

const withKeys = (value: unknown, entryOf: (key: string, entry: unknown) => unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      const camel = key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
      return [camel, entryOf(camel, entry)];
    }),
  );
};

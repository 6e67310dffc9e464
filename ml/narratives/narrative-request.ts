import * as z from 'zod';

const longestNarrativeChars = 5_000_000;
const Text = z.string().max(1024);

/** Takes a key in either spelling: `recordType` or `record_type`. */
const camelKeys = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      entry,
    ]),
  );
};

export const SourceMetadata = z.preprocess(
  camelKeys,
  z.object({
    bucket: z.string().min(1).max(255),
    key: z.string().min(1).max(1024),
    /** One of the six, or any other name of a record type. */
    recordType: z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,63}$/),
    userId: z.string().min(1).max(256),
    correlationId: Text.default(''),
  }),
);
export type SourceMetadata = z.infer<typeof SourceMetadata>;

export const ProcessingMetadata = z.preprocess(
  camelKeys,
  z.object({
    /** Seconds. */
    duration: z.number().min(0).max(1e9).default(0),
    recordCount: z.int().min(0).max(1e9).default(0),
    qualityScore: z.number().min(0).max(1).default(0),
    /** The keys inside are kept as they come. */
    clinicalInsights: z.record(z.string(), z.unknown()).default({}),
  }),
);
export type ProcessingMetadata = z.infer<typeof ProcessingMetadata>;

/** What becomes one training line, with the seed's names in camelCase or snake_case. */
export const NarrativeRequest = z.preprocess(
  camelKeys,
  z.object({
    narrative: z.string().max(longestNarrativeChars),
    sourceMetadata: SourceMetadata,
    processingMetadata: ProcessingMetadata.prefault({}),
  }),
);
export type NarrativeRequest = z.infer<typeof NarrativeRequest>;
